import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

const testsOf = (place: string): string => `packages/${place}/**/*.test.{ts,tsx}`;

const pure = ["rules", "ledger", "api", "curriculum-reader", "verifier", "web"].map((name) =>
  testsOf(`${name}/src`),
);
const features = [testsOf("server/src/features")];
const database = ["./tests/setup/global-database.ts"];

/**
 * Files that keep nothing outside their own variables share a worker: starting one for each, with all its
 * imports, costs more than most of them take. What starts processes or changes its environment has its own.
 */
export default defineConfig({
  test: {
    pool: "forks",
    // Many tests wait for a database or a process: one worker for each core keeps two cores busy.
    maxWorkers: availableParallelism(),
    // Generous: a browser runs beside them, and many start whole programs.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: { name: "features", include: features, isolate: false, globalSetup: database },
      },
      {
        extends: true,
        test: {
          name: "processes",
          include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...pure, ...features, "tests/browser/**"],
          globalSetup: database,
        },
      },
    ],
  },
});
