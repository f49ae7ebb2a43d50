import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { keepDatabases } from "./database-keeper.ts";

/** One keeper for a run; it starts a server only when the first test file asks for a database. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "checkride-test-"));
  const keeper = await keepDatabases(folder);
  project.provide("databaseKeeper", keeper.socket);
  return async () => {
    await keeper.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
};
