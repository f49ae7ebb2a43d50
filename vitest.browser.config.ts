import { defineConfig } from "vitest/config";

/** Real Chromium against the built product; one file at a time, because each starts a whole installation. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: ["./tests/setup/global-demo.ts"],
    fileParallelism: false,
    pool: "forks",
    // Beside the other tests on two cores.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
