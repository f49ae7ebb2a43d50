import { defineConfig } from "vitest/config";

/** Real Chromium against the built product; each file starts a whole installation, so two at a time at most. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    maxWorkers: 2,
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
