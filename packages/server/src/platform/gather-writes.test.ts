import { describe, expect, it } from "vitest";
import { gatherWrites } from "./gather-writes.ts";
import { deferred } from "./test-deferred.ts";

/** Records what is written together; a text that begins with "bad" cannot be written. */
const recorder = () => {
  const batches: string[][] = [];
  const write = gatherWrites<string, string>({
    write: async (asks) => {
      batches.push([...asks]);
      await Promise.resolve();
      if (asks.some((ask) => ask.startsWith("bad"))) throw new Error("cannot be written");
      return asks.map((ask) => `wrote ${ask}`);
    },
    keyOf: (ask) => ask.slice(-1),
  });
  return { batches, write };
};

describe("writes at the same time", () => {
  it("go together, and each gets its own answer", async () => {
    const { batches, write } = recorder();
    expect(await Promise.all([write("a"), write("b")])).toEqual(["wrote a", "wrote b"]);
    expect(batches).toEqual([["a", "b"]]);
  });

  it("to the same place come one after the other, in their order", async () => {
    const { batches, write } = recorder();
    await Promise.all([write("first x"), write("second x"), write("y")]);
    expect(batches).toEqual([["first x", "y"], ["second x"]]);
  });

  it("do not fail because of another one", async () => {
    const { write } = recorder();
    const outcomes = await Promise.allSettled([write("a"), write("bad b"), write("c")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("wait while two are under way, and then go together", async () => {
    const gate = deferred<null>();
    const batches: number[][] = [];
    const write = gatherWrites<number, number>({
      write: async (asks) => {
        batches.push([...asks]);
        await gate.promise;
        return asks;
      },
      keyOf: String,
    });
    const first = write(1);
    await Promise.resolve();
    const second = write(2);
    await Promise.resolve();
    const others = [write(3), write(4), write(5)];
    await Promise.resolve();
    expect(batches).toEqual([[1], [2]]);
    gate.resolve(null);
    expect(await Promise.all([first, second, ...others])).toEqual([1, 2, 3, 4, 5]);
    expect(batches[2]).toEqual([3, 4, 5]);
  });
});
