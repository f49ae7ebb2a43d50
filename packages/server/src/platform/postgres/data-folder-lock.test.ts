import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { lockFolder } from "./data-folder-lock.ts";
import { faultOf, makeFolder, spawnOwner, start, until } from "./test-support.ts";

// Each test makes real clusters; a busy machine may need its time for them.
vi.setConfig({ testTimeout: 90_000 });

const now = new Date("2026-03-01T09:00:00Z");

test("of several processes that start at once exactly one wins", async () => {
  const dataDir = join(await makeFolder(), "data");
  const owners = [1, 2, 3, 4].map(() => spawnOwner(dataDir));
  const first = (said: readonly string[]) => said[0] ?? "";
  await until("all have spoken", async () => owners.every((owner) => first(owner.said) !== ""));
  const words = owners.map((owner) => first(owner.said).split(" ")[0]).sort();
  expect(words).toEqual([
    "data-folder-in-use",
    "data-folder-in-use",
    "data-folder-in-use",
    "started",
  ]);
});

test("the second is told who has it, since when and what to do", async () => {
  const dataDir = join(await makeFolder(), "data");
  await start(dataDir);
  const fault = await faultOf(dataDir);
  expect(fault).toMatchObject({ kind: "data-folder-in-use", pid: process.pid });
  expect(fault.sentence).toContain(`process ${process.pid}, since 2026-03-01T09:00:00.000Z`);
  expect(fault.remedy).toContain("CHECKRIDE_DATA");
});

test("a released lock can be taken again, and taking it leaves one empty file and the note", async () => {
  const folder = await makeFolder();
  const first = await lockFolder(folder, now);
  expect(await lockFolder(folder, now)).toMatchObject({ ok: false });
  if (first.ok) first.value.release();
  const again = await lockFolder(folder, now);
  expect(again.ok).toBe(true);
  if (again.ok) again.value.release();
  expect((await readdir(folder)).sort()).toEqual(["checkride.lock", "checkride.owner.json"]);
});

test("two folders do not stand in each other's way", async () => {
  const [one, other] = [await makeFolder(), await makeFolder()];
  const locks = [await lockFolder(one, now), await lockFolder(other, now)];
  expect(locks.map((lock) => lock.ok)).toEqual([true, true]);
  for (const lock of locks) {
    if (lock.ok) lock.value.release();
  }
});
