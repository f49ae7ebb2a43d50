import { expect, test } from "vitest";
import { makeLog } from "../log.ts";
import { deferred } from "../test-deferred.ts";
import { type RepeatOptions, repeat } from "./repeat.ts";

const log = makeLog("silent");
const longMs = 60_000;

const runs = (count: number, run: RepeatOptions["run"], pauseMs = longMs) => {
  const reached = deferred<void>();
  let done = 0;
  const loop = repeat({
    name: "test",
    pauseMs,
    log,
    run: async (signal) => {
      done += 1;
      if (done === count) reached.resolve();
      return run(signal);
    },
  });
  return { loop, reached: reached.promise, done: () => done };
};

test("as long as there is more to do it does not pause", async () => {
  let left = 5;
  const { loop, reached } = runs(5, async () => --left > 0);
  await reached;
  await loop.stop();
});

test("a wake ends the pause", async () => {
  const first = deferred<void>();
  const { loop, reached } = runs(2, async () => {
    first.resolve();
    return false;
  });
  await first.promise;
  loop.wake();
  await reached;
  await loop.stop();
});

test("a wake during a run is not lost", async () => {
  const { loop, reached, done } = runs(2, async () => {
    if (done() === 1) loop.wake();
    return false;
  });
  await reached;
  await loop.stop();
});

test("it goes on after a fault", async () => {
  const { loop, reached } = runs(
    3,
    async () => {
      throw new Error("fault");
    },
    1,
  );
  await reached;
  await loop.stop();
});

test("stop waits for the run that has begun and begins no other", async () => {
  const begun = deferred<void>();
  const gate = deferred<void>();
  let finished = false;
  const { loop, done } = runs(1, async () => {
    begun.resolve();
    await gate.promise;
    finished = true;
    return true;
  });
  await begun.promise;
  const stopped = loop.stop();
  gate.resolve();
  await stopped;
  expect(finished).toBe(true);
  expect(done()).toBe(1);
});

test("stop does not wait for ever", async () => {
  const { loop, reached } = runs(1, () => new Promise(() => undefined));
  await reached;
  await loop.stop(5);
});
