import { defineConfig } from "vitest/config";

/** Real Chromium against the built product; two files at a time, because each starts a whole installation and mostly waits. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    setupFiles: ["./tests/setup/tell-of-failure.ts"],
    globalSetup: ["./tests/setup/global-demo.ts"],
    maxWorkers: 2,
    maxConcurrency: 2,
    pool: "forks",
    // Beside the other tests on two cores.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
