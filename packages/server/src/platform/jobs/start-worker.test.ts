import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseHandle, openDatabase } from "../database.ts";
import { makeLog } from "../log.ts";
import { createTestDatabase, type TestDatabase } from "../test-database.ts";
import { deferred } from "../test-deferred.ts";
import { takeAway } from "../test-outage.ts";
import { enqueue } from "./enqueue.ts";
import { type JobHandlers, prepareJobs, startWorker, type Worker } from "./start-worker.ts";

let database: TestDatabase;
let handle: DatabaseHandle;
const log = makeLog("silent");
const workers: Worker[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  handle = openDatabase(database.settings, 4);
  await prepareJobs(database.settings, log);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop(100)));
  await handle.close();
});

const start = (handlers: JobHandlers): Worker => {
  const worker = startWorker({ settings: database.settings, handlers, log });
  workers.push(worker);
  return worker;
};

test("a job is done with what it was given, one whose transaction failed never", async () => {
  const got = deferred<unknown>();
  const undone = handle.db.transaction().execute(async (tx) => {
    await enqueue(tx, "note", { n: 1 });
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  await enqueue(handle.db, "note", { n: 2 });
  const worker = start({ note: async (payload) => got.resolve(payload) });
  expect(await got.promise).toEqual({ n: 2 });
  await worker.stop();
});

test("of jobs with one key the newest is done", async () => {
  const got = deferred<unknown>();
  await enqueue(handle.db, "keyed", { n: 1 }, { key: "k" });
  await enqueue(handle.db, "keyed", { n: 2 }, { key: "k" });
  const worker = start({ keyed: async (payload) => got.resolve(payload) });
  expect(await got.promise).toEqual({ n: 2 });
  await worker.stop();
});

test("stop lets a job that has begun come to its end", async () => {
  const begun = deferred<void>();
  const gate = deferred<void>();
  let finished = false;
  const worker = start({
    slow: async () => {
      begun.resolve();
      await gate.promise;
      finished = true;
    },
  });
  await enqueue(handle.db, "slow", {});
  await begun.promise;
  const stopped = worker.stop();
  gate.resolve();
  await stopped;
  expect(finished).toBe(true);
});

test("a job that was not waited for is taken over at once", async () => {
  const begun = deferred<void>();
  const first = start({
    endless: () => {
      begun.resolve();
      return new Promise(() => undefined);
    },
  });
  await enqueue(handle.db, "endless", { n: 1 });
  await begun.promise;
  await first.stop(50);
  const got = deferred<unknown>();
  const second = start({ endless: async (payload) => got.resolve(payload) });
  expect(await got.promise).toEqual({ n: 1 });
  await second.stop();
});

test("a long job is told that its worker stops", async () => {
  const begun = deferred<void>();
  let told = false;
  const worker = start({
    patient: async (_payload, stopping) => {
      begun.resolve();
      await once(stopping, "abort");
      told = true;
    },
  });
  await enqueue(handle.db, "patient", {});
  await begun.promise;
  await worker.stop();
  expect(told).toBe(true);
});

test("the job of a killed process is taken over at once", async () => {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const program = `
    import { startWorker } from ${here("./start-worker.ts")};
    import { makeLog } from ${here("../log.ts")};
    startWorker({
      settings: ${JSON.stringify(database.settings)},
      log: makeLog("silent"),
      handlers: { inherited: () => { console.log("begun"); return new Promise(() => {}); } },
    });`;
  await enqueue(handle.db, "inherited", { from: "the dead" });
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const got = deferred<unknown>();
  const worker = start({ inherited: async (payload) => got.resolve(payload) });
  expect(await got.promise).toEqual({ from: "the dead" });
  await worker.stop();
});

test("the jobs of a living process are left to it", async () => {
  const begun = deferred<void>();
  const gate = deferred<void>();
  let times = 0;
  const handlers = {
    mine: async () => {
      times += 1;
      begun.resolve();
      await gate.promise;
    },
  };
  const first = start(handlers);
  await enqueue(handle.db, "mine", {});
  await begun.promise;
  const marker = deferred<void>();
  const second = start({ ...handlers, other: async () => marker.resolve() });
  await enqueue(handle.db, "other", {});
  await marker.promise;
  gate.resolve();
  await Promise.all([first.stop(), second.stop()]);
  expect(times).toBe(1);
});

test("jobs go on after the database was away", async () => {
  const done: unknown[] = [];
  let arrived = deferred<void>();
  const worker = start({
    lasting: async (payload) => {
      done.push(payload);
      arrived.resolve();
    },
  });
  await enqueue(handle.db, "lasting", { n: 1 });
  await arrived.promise;
  arrived = deferred<void>();
  const bringBack = await takeAway(database);
  await expect(enqueue(handle.db, "lasting", { n: 3 })).rejects.toThrow();
  await bringBack();
  await enqueue(handle.db, "lasting", { n: 2 });
  await arrived.promise;
  expect(done).toEqual([{ n: 1 }, { n: 2 }]);
  await worker.stop();
}, 60_000);
