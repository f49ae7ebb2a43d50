import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { processesIn } from "./leftover-processes.ts";
import {
  ask,
  leashOf,
  makeFolder,
  type Owner,
  spawnOwner,
  start,
  tryStart,
  until,
} from "./test-support.ts";

const acknowledged = (owner: Owner): number =>
  Math.max(0, ...owner.said.filter((line) => /^\d+$/.test(line)).map(Number));

const rowsKept = async (dataDir: string): Promise<number> => {
  const { settings } = await start(dataDir);
  const [row] = await ask(settings, "select count(*)::int as n from kept");
  return Number(row?.["n"]);
};

const noneLeft = (dataDir: string) =>
  until("no PostgreSQL is left", async () => (await processesIn(dataDir)).length === 0);

// Each test makes real clusters; a busy machine may need its time for them.
vi.setConfig({ testTimeout: 90_000 });

/** The parent is held first: it would see its leash die and end the server itself. */
const killWithLeash = async (owner: Owner, dataDir: string): Promise<void> => {
  owner.child.kill("SIGSTOP");
  process.kill(await leashOf(dataDir), "SIGKILL");
  await owner.killed();
};

test("a killed parent leaves no server behind and loses nothing acknowledged", async () => {
  const dataDir = join(await makeFolder(), "data");
  const owner = spawnOwner(dataDir);
  await owner.says(/^40$/);
  await owner.killed();
  await noneLeft(dataDir);
  expect(await rowsKept(dataDir)).toBeGreaterThanOrEqual(acknowledged(owner));
});

test("a start straight after the kill needs no help", async () => {
  const dataDir = join(await makeFolder(), "data");
  const owner = spawnOwner(dataDir);
  await owner.says(/^40$/);
  await owner.killed();
  expect(await rowsKept(dataDir)).toBeGreaterThanOrEqual(acknowledged(owner));
});

test("parent and leash killed: the next start ends the orphan and goes on", async () => {
  const dataDir = join(await makeFolder(), "data");
  const owner = spawnOwner(dataDir);
  await owner.says(/^40$/);
  await killWithLeash(owner, dataDir);
  expect(await processesIn(dataDir)).not.toEqual([]);
  const { result, lines } = await tryStart(dataDir);
  if (!result.ok) throw new Error(result.error.sentence);
  const [row] = await ask(result.value.settings, "select count(*)::int as n from kept");
  expect(row?.["n"]).toBeGreaterThanOrEqual(acknowledged(owner));
  expect(lines.filter((line) => line.includes("left behind"))).toHaveLength(1);
});

test("everything killed at once: the next start recovers", async () => {
  const dataDir = join(await makeFolder(), "data");
  const owner = spawnOwner(dataDir);
  await owner.says(/^40$/);
  for (const { pid } of await processesIn(dataDir)) {
    process.kill(pid, "SIGKILL");
  }
  await owner.killed();
  expect(await rowsKept(dataDir)).toBeGreaterThanOrEqual(acknowledged(owner));
});

test("a killed leash alone ends the server and says that it was not asked to", async () => {
  const dataDir = join(await makeFolder(), "data");
  const running = await start(dataDir);
  process.kill(await leashOf(dataDir), "SIGKILL");
  expect(await running.exited).toMatchObject({ expected: false });
  expect(await processesIn(dataDir)).toEqual([]);
  await start(dataDir);
});

test.each([
  { who: "the parent", kill: (owner: Owner) => owner.killed() },
  { who: "parent and leash", kill: killWithLeash },
])("$who killed during the very first start: the next one begins anew", async ({ kill }) => {
  const dataDir = join(await makeFolder(), "data");
  const owner = spawnOwner(dataDir);
  const home = join(dataDir, "postgres");
  await until("initdb has begun", async () => (await processesIn(home)).length > 0);
  await kill(owner, dataDir);
  expect(await readdir(home)).not.toContain("cluster");
  const { settings } = await start(dataDir);
  expect(await ask(settings, "select 1 as n")).toEqual([{ n: 1 }]);
  expect((await readdir(home)).filter((name) => name.startsWith("cluster"))).toEqual(["cluster"]);
});

test("Ctrl-C reaches the application, not the database", async () => {
  const dataDir = join(await makeFolder(), "data");
  const owner = spawnOwner(dataDir);
  await owner.says(/^started$/);
  // What a terminal does: the signal goes to the whole process group.
  process.kill(-(owner.child.pid ?? 0), "SIGINT");
  await owner.says(/^interrupted$/);
  const before = acknowledged(owner);
  await until("it still writes", async () => acknowledged(owner) > before + 5);
  owner.child.stdin?.end();
  await until("it has stopped", async () => owner.child.exitCode === 0);
  expect(await processesIn(dataDir)).toEqual([]);
});
