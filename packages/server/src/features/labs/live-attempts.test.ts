import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeLiveAttempts } from "./live-attempts.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How often somebody who always asks again was told. */
const listen = (live: ReturnType<typeof makeLiveAttempts>, id: string) => {
  const told: (number | null | undefined)[] = [];
  const ask = async (): Promise<void> => {
    await live.news(id, 60_000);
    told.push(live.of(id)?.before);
    if (live.of(id) !== null) await ask();
  };
  void ask();
  return told;
};

it("tells the first place at once, and of all that follow once a second the last", async () => {
  const live = makeLiveAttempts();
  live.begin("a", 1);
  const told = listen(live, "a");
  for (const before of [9, 8, 7, 6]) {
    live.move("a", before);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(told).toEqual([9]);
  expect(live.of("a")).toEqual({ change: 2, before: 9 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([9, 6]);
  expect(live.of("a")).toEqual({ change: 3, before: 6 });
});

it("tells the end at once, and nothing after it", async () => {
  const live = makeLiveAttempts();
  live.begin("a", 1);
  const told = listen(live, "a");
  live.move("a", 1);
  await vi.advanceTimersByTimeAsync(1);
  live.move("a", null);
  live.end("a");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([1, undefined]);
  expect(live.of("a")).toBeNull();
});
