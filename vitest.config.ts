import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

const testsOf = (place: string): string => `packages/${place}/**/*.test.{ts,tsx}`;

const pure = ["rules", "ledger", "api", "curriculum-reader", "verifier", "web"].map((name) =>
  testsOf(`${name}/src`),
);
const labs = ["packages/range/src/labs/prove/*.test.ts"];
/** These start programs, load modules in a way of their own or change their environment. */
const quiet =
  "!(bash|bootstrap|confine|import-module|lab-check|prove-lab|run-cases|shipped-labs|test-database).test.ts";
const shared = [
  ...["cli/src", "range/src/{child,kit,labs}", "server/src/features"].map(
    (place) => `packages/${place}/**/${quiet}`,
  ),
  `packages/range/src/${quiet}`,
  `packages/server/src/platform/${quiet}`,
  `packages/server/src/platform/{evidence,http,jobs}/${quiet}`,
  "packages/server/src/maintenance/doctor/*.test.ts",
];
const database = ["./tests/setup/global-database.ts"];

/**
 * Files that keep nothing outside their own variables share a worker: starting one for each, with all its
 * imports, costs more than most of them take. What starts processes or changes its environment has its own.
 * Projects run in the order of their names: what takes longest begins first.
 */
export default defineConfig({
  test: {
    pool: "forks",
    // Many tests wait for a database or a process: two workers and the proof of the labs keep two cores busy.
    maxWorkers: availableParallelism() + 1,
    // Generous: a browser runs beside them, and many start whole programs.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      { extends: true, test: { name: "1 labs", include: labs } },
      {
        extends: true,
        test: {
          name: "2 processes",
          include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...pure, ...shared, ...labs, "tests/browser/**"],
          globalSetup: database,
        },
      },
      {
        extends: true,
        test: { name: "3 shared", include: shared, isolate: false, globalSetup: database },
      },
      { extends: true, test: { name: "4 pure", include: pure, isolate: false } },
    ],
  },
});
