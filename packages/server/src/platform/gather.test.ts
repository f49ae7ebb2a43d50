import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gather } from "./gather.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("gather", () => {
  it("gives each question the answer to its own key, and one read per key and batch", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { maxLength: 60 }), async (keys) => {
        const batches: (readonly string[])[] = [];
        const ask = gather(async (some) => {
          batches.push(some);
          await turn();
          return new Map(some.filter((key) => key.length % 2 === 0).map((key) => [key, `${key}!`]));
        });
        const answers = await Promise.all(keys.map(ask));
        expect(answers).toEqual(keys.map((key) => (key.length % 2 === 0 ? `${key}!` : undefined)));
        for (const batch of batches) expect(new Set(batch).size).toBe(batch.length);
      }),
    );
  });

  it("puts what comes while it waits into few reads", async () => {
    let reads = 0;
    const ask = gather(async (keys) => {
      reads += 1;
      await turn();
      return new Map(keys.map((key) => [key, key]));
    });
    await Promise.all(Array.from({ length: 500 }, (_, n) => ask(String(n))));
    expect(reads).toBeLessThanOrEqual(5);
  });

  it("never answers with what was read before the question", async () => {
    let stored = "old";
    let release: () => void = () => undefined;
    const ask = gather(async (keys) => {
      const seen = stored;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return new Map(keys.map((key) => [key, seen]));
    });
    const early = ask("a");
    await turn();
    stored = "new";
    const late = ask("a");
    release();
    expect(await early).toBe("old");
    await turn();
    release();
    expect(await late).toBe("new");
  });

  it("hands a failed read to those who asked, and goes on", async () => {
    let broken = true;
    const ask = gather(async (keys) => {
      await turn();
      if (broken) throw new Error("away");
      return new Map(keys.map((key) => [key, key]));
    });
    const failed = await Promise.allSettled([ask("a"), ask("b")]);
    expect(failed.map((one) => one.status)).toEqual(["rejected", "rejected"]);
    broken = false;
    expect(await ask("a")).toBe("a");
  });
});
