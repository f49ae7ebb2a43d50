import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp } from "../../test-account-app.ts";
import { type Bucket, countTries, limits } from "./count-tries.ts";

const key = new Uint8Array(32);

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

const count = (...buckets: Bucket[]) => countTries(app.outside, key, buckets, app.clock.now);
const countTimes = async (times: number, ...buckets: Bucket[]) => {
  for (let i = 0; i < times; i++) await count(...buckets);
};

describe("counting tries", () => {
  it("begins anew when the window is over, however often it was tried within it", async () => {
    const bucket = { kind: "change", of: "a" } as const;
    await countTimes(limits.change.max + 5, bucket);
    app.later(limits.change.seconds * 1000 - 1);
    expect((await count(bucket)).ok).toBe(false);
    app.later(1);
    expect((await count(bucket)).ok).toBe(true);
  });

  it("says how long to wait, which gets less", async () => {
    const bucket = { kind: "change", of: "b" } as const;
    await countTimes(limits.change.max, bucket);
    app.later(600_000);
    const refused = await count(bucket);
    expect(refused.ok ? 0 : refused.error.retryAfterSeconds).toBe(300);
  });

  it("gives back what succeeded, in each bucket", async () => {
    const buckets = [
      { kind: "pair", of: "c" },
      { kind: "network", of: "c" },
    ] as const;
    for (let i = 0; i < limits.pair.max * 3; i++) {
      const tries = await count(...buckets);
      if (!tries.ok) throw new Error("refused");
      await tries.value.giveBack();
    }
    expect((await count(...buckets)).ok).toBe(true);
  });

  it("refused in a narrow bucket fills no wider one", async () => {
    const narrow = { kind: "pair", of: "d" } as const;
    const wide = { kind: "account", of: "d" } as const;
    await countTimes(limits.account.max * 2, narrow, wide);
    expect((await count(wide)).ok).toBe(true);
  });

  it("keeps no address readable", async () => {
    await count({ kind: "pair", of: "secret@example.org 203.0.113.7" });
    const rows = await app.db.selectFrom("rate").select("bucket").execute();
    expect(JSON.stringify(rows)).not.toMatch(/secret|203\.0/);
  });
});
