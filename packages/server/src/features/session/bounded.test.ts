import { describe, expect, it } from "vitest";
import { makeBounded } from "./bounded.ts";

const held = () => {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
};

describe("bounded work", () => {
  it("runs so many at a time, lets so many wait and tells the others at once", async () => {
    const bounded = makeBounded(2, 1);
    const hold = held();
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await hold.until;
      running -= 1;
      return "done";
    };
    const all = Array.from({ length: 5 }, () => bounded(work));
    expect(await all[3]).toEqual({ ok: false, error: "busy" });
    expect(await all[4]).toEqual({ ok: false, error: "busy" });
    hold.release();
    expect(await Promise.all(all.slice(0, 3))).toEqual(Array(3).fill({ ok: true, value: "done" }));
    expect(most).toBe(2);
  });

  it("gives the place back when the work throws", async () => {
    const bounded = makeBounded(1, 0);
    await expect(bounded(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await bounded(async () => 7)).toEqual({ ok: true, value: 7 });
  });
});
