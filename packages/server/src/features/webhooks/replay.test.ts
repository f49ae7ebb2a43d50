import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isSignedWith, openHooks, type TestHooks } from "./test-hooks.ts";
import { openReceiver, type TestReceiver } from "./test-receiver.ts";

let hooks: TestHooks;
let begun: Date;
const receivers: TestReceiver[] = [];
beforeAll(async () => {
  hooks = await openHooks();
  begun = hooks.app.clock.now();
});
afterEach(async () => {
  hooks.app.clock.set(begun);
  await hooks.app.db.deleteFrom("webhook").execute();
  await hooks.app.db.deleteFrom("happening").execute();
  for (const receiver of receivers.splice(0)) await receiver.close();
});
afterAll(() => hooks.close());

const receiver = async (...ask: Parameters<typeof openReceiver>) => {
  const made = await openReceiver(...ask);
  receivers.push(made);
  const { webhook, secret } = await hooks.add(made.url);
  return { ...made, id: webhook.id, secret };
};
const idsOf = ({ received }: TestReceiver) => received.map(({ headers }) => headers["webhook-id"]);

describe("a replay", () => {
  it("of one message carries the same id, and a failed one gets its whole schedule again", async () => {
    const made = await receiver((_, response, count) =>
      response.writeHead(count < 11 ? 500 : 200).end(),
    );
    await hooks.happen();
    for (const seconds of [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
      hooks.later(seconds * 1_000);
      await hooks.round();
    }
    hooks.app.clock.set(begun);
    const [failed] = await hooks.deliveries(made.id);
    expect(failed?.state).toBe("failed");
    const params = { delivery: failed?.id ?? "" };
    const asked = await hooks.owner.client("POST /api/webhook-deliveries/{delivery}/replays", {
      params,
    });
    expect(asked.ok && asked.value.state).toBe("waiting");
    await hooks.round();
    const [after] = await hooks.deliveries(made.id);
    expect([after?.state, after?.attempts.length]).toEqual(["delivered", 11]);
    expect([idsOf(made).length, new Set(idsOf(made)).size]).toEqual([11, 1]);
  });

  it("of everything since a time takes what happened since then, delivered or not, and no test", async () => {
    const made = await receiver();
    await hooks.happen(2);
    hooks.later(60_000);
    const since = hooks.app.clock.now().toISOString();
    await hooks.happen(3);
    const params = { webhook: made.id };
    await hooks.owner.client("POST /api/webhooks/{webhook}/tests", { params });
    await hooks.round();
    expect(made.received).toHaveLength(6);
    const asked = await hooks.owner.client("POST /api/webhooks/{webhook}/replays", {
      params,
      body: { since },
    });
    expect(asked.ok && asked.value).toEqual({ deliveries: 3 });
    await hooks.round();
    expect(new Set(idsOf(made)).size).toBe(6);
    expect(made.received).toHaveLength(9);
  });

  it("reaches back before the webhook was there", async () => {
    await hooks.happen(2);
    const made = await receiver();
    const asked = await hooks.owner.client("POST /api/webhooks/{webhook}/replays", {
      params: { webhook: made.id },
      body: { since: begun.toISOString() },
    });
    expect(asked.ok && asked.value).toEqual({ deliveries: 2 });
    await hooks.round();
    expect(made.received).toHaveLength(2);
  });
});

describe("a test message", () => {
  it("takes the way of every other, is tried once, and nobody else hears of it", async () => {
    const [one, other] = [
      await receiver((_, response) => response.writeHead(503).end()),
      await receiver(),
    ];
    const params = { webhook: one.id };
    const off = await hooks.owner.client("PATCH /api/webhooks/{webhook}", {
      params,
      body: { active: false },
    });
    expect(off.ok).toBe(true);
    const asked = await hooks.owner.client("POST /api/webhooks/{webhook}/tests", { params });
    await hooks.round();
    hooks.later(3_600_000);
    await hooks.round();
    expect(one.received).toHaveLength(1);
    expect(other.received).toEqual([]);
    const [message] = one.received;
    expect(message && isSignedWith(one.secret, message)).toBe(true);
    expect(JSON.parse(message?.body ?? "")).toMatchObject({ type: "webhook.tested" });
    expect(await hooks.deliveries(one.id)).toMatchObject([
      { id: asked.ok && asked.value.delivery, state: "failed", attempts: [{ status: 503 }] },
    ]);
    const listed = await hooks.owner.client("GET /api/happenings", {});
    expect(listed.ok && listed.value.items).toEqual([]);
  });
});

describe("a rotation", () => {
  it("signs with both secrets for a day, then with the new one alone", async () => {
    const made = await receiver();
    const rotated = await hooks.owner.client("POST /api/webhooks/{webhook}/secret-rotations", {
      params: { webhook: made.id },
    });
    if (!rotated.ok) throw new Error(rotated.problem.detail);
    await hooks.happen();
    await hooks.round();
    hooks.later(24 * 3_600_000);
    await hooks.happen();
    await hooks.round();
    const signed = made.received.map((message) => [
      isSignedWith(made.secret, message),
      isSignedWith(rotated.value.secret, message),
    ]);
    expect(signed).toEqual([
      [true, true],
      [false, true],
    ]);
  });
});
