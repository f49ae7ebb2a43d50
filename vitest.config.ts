import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "**/node_modules/**"],
    globalSetup: ["./tests/setup/global-database.ts"],
    pool: "forks",
    // Many tests wait for a database or a process: one worker for each core keeps two cores busy.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
