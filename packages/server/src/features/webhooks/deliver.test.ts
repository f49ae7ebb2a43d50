import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isSignedWith, openHooks, type TestHooks } from "./test-hooks.ts";
import { openReceiver, type TestReceiver } from "./test-receiver.ts";

const second = 1_000;
const hour = 3_600 * second;

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
  for (const receiver of receivers.splice(0)) await receiver.close();
});
afterAll(() => hooks.close());

const receiver = async (...ask: Parameters<typeof openReceiver>) => {
  const made = await openReceiver(...ask);
  receivers.push(made);
  const { webhook, secret } = await hooks.add(made.url);
  return { ...made, id: webhook.id, secret };
};

describe("a delivery", () => {
  it("arrives signed, under the id of what happened, with ids in it and no name", async () => {
    const { id, secret, received } = await receiver();
    await hooks.happen();
    await hooks.round();
    const [delivery] = await hooks.deliveries(id);
    const [message] = received;
    if (!message) throw new Error("nothing arrived");
    expect(isSignedWith(secret, message)).toBe(true);
    expect(message.headers["webhook-id"]).toBe(delivery?.happening);
    expect(JSON.parse(message.body)).toEqual(delivery?.message);
    expect(delivery).toMatchObject({
      state: "delivered",
      nextAt: null,
      message: { type: "gate.mode_changed", data: { gate: "deploy/production", to: "enforce" } },
      attempts: [{ status: 200, says: "Answered 200.", excerpt: "thanks" }],
    });
    expect((await hooks.shown(id)).lastDeliveredAt).toBe(begun.toISOString());
  });

  it("is tried again on the standard's schedule, with a new time under the same id", async () => {
    const { id, received } = await receiver((_, response, count) =>
      response.writeHead(count < 3 ? 500 : 204).end(),
    );
    await hooks.happen();
    await hooks.round();
    expect(await hooks.deliveries(id)).toMatchObject([{ state: "waiting" }]);
    expect((await hooks.shown(id)).failingSince).toBe(begun.toISOString());
    hooks.later(4 * second);
    await hooks.round();
    expect(received.length).toBe(1);
    hooks.later(1 * second);
    await hooks.round();
    hooks.later(300 * second);
    await hooks.round();
    expect(await hooks.deliveries(id)).toMatchObject([
      { state: "delivered", attempts: [{ status: 500 }, { status: 500 }, { status: 204 }] },
    ]);
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(3);
    expect((await hooks.shown(id)).failingSince).toBeNull();
  });

  it("waits as long as the receiver asks, and so does everything else for it", async () => {
    const { id, received } = await receiver((_, response, count) =>
      count === 1 ? response.writeHead(429, { "retry-after": "600" }).end() : response.end(),
    );
    await hooks.happen();
    await hooks.round();
    await hooks.happen();
    hooks.later(599 * second);
    await hooks.round();
    expect(received.length).toBe(1);
    hooks.later(1 * second);
    await hooks.round();
    await hooks.round();
    expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual([
      "delivered",
      "delivered",
    ]);
  });

  it("is sent once by two nodes", async () => {
    const { received } = await receiver();
    await hooks.happen(40);
    const nodes = [hooks.node(), hooks.node()];
    await Promise.all(nodes.map((node) => hooks.round(node)));
    await Promise.all(nodes.map((node) => hooks.round(node)));
    const ids = received.map(({ headers }) => headers["webhook-id"]);
    expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
  });

  it("is sent again under the same id when the node died before it could write it down", async () => {
    const { id, received } = await receiver();
    await hooks.happen();
    const dying = hooks.node();
    const { db } = hooks.app;
    await hooks.round(dying);
    // As if the outcome had not been written: the row is what the claim made of it.
    await db
      .updateTable("webhookDelivery")
      .set({
        state: "waiting",
        attempts: "[]",
        tries: 0,
        nextAt: new Date(begun.getTime() + 60_000),
      })
      .execute();
    await hooks.round();
    expect(received.length).toBe(1);
    hooks.later(60 * second);
    await hooks.round();
    const ids = received.map(({ headers }) => headers["webhook-id"]);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    expect(await hooks.deliveries(id)).toMatchObject([{ state: "delivered" }]);
  });

  it("that came through is not undone by a second sender who met a fault", async () => {
    const { id } = await receiver((_, response, count) =>
      response.writeHead(count === 1 ? 200 : 500).end(),
    );
    await hooks.happen();
    await hooks.round();
    const { db } = hooks.app;
    const again = { state: "waiting" as const, nextAt: begun };
    await db.updateTable("webhookDelivery").set(again).execute();
    const late = hooks.node();
    await late.beginDue();
    await db.updateTable("webhookDelivery").set({ state: "delivered", nextAt: null }).execute();
    await late.settled();
    expect(await hooks.deliveries(id)).toMatchObject([{ state: "delivered", nextAt: null }]);
  });
});

describe("a receiver", () => {
  it("that hangs holds up neither another one nor the node", async () => {
    const hanging = await receiver(() => undefined);
    const good = await receiver();
    await hooks.happen(50);
    const node = hooks.node();
    while (good.received.length < 50) {
      await node.beginDue();
      await good.next();
    }
    expect(hanging.received.length).toBeLessThanOrEqual(8);
    expect(await hooks.deliveries(hanging.id)).toHaveLength(50);
    await hanging.close();
    await node.settled();
  });

  it("that says it is gone is turned off at once, and others hear of it", async () => {
    const gone = await receiver((_, response) => response.writeHead(410).end());
    const other = await receiver();
    await hooks.happen(3);
    await hooks.round();
    expect(await hooks.shown(gone.id)).toMatchObject({
      active: false,
      waiting: 0,
      off: { because: "gone", says: "Its receiver answered 410: it is gone for good." },
    });
    await hooks.happen();
    await hooks.round();
    const told = other.received.map(({ body }) => JSON.parse(body).type);
    expect(told).toContain("webhook.turned_off");
    expect(await hooks.deliveries(gone.id)).toHaveLength(3);
    const { db } = hooks.app;
    const facts = await db
      .selectFrom("evidence")
      .select("body")
      .where("kind", "=", "webhook.turned-off")
      .execute();
    expect(facts).toContainEqual({ body: { webhook: gone.id, because: "gone" } });
  });

  it("that fails through the whole schedule is turned off, after ten attempts", async () => {
    const { id, received } = await receiver((_, response) => response.writeHead(500).end());
    await hooks.happen();
    for (let hours = 0; hours < 80; hours++) {
      await hooks.round();
      hooks.later(5 * second);
      await hooks.round();
      hooks.later(hour);
    }
    expect(received.length).toBe(10);
    expect(await hooks.shown(id)).toMatchObject({ active: false, off: { because: "failing" } });
    expect(await hooks.deliveries(id)).toMatchObject([{ state: "failed" }]);
  });

  it("that fails now and then stays on", async () => {
    const known = new Set<unknown>();
    const { id } = await receiver((request, response) => {
      const message = request.headers["webhook-id"];
      response.writeHead(known.has(message) ? 200 : 500).end();
      known.add(message);
    });
    for (let days = 0; days < 6; days++) {
      await hooks.happen();
      await hooks.round();
      hooks.later(5 * second);
      await hooks.round();
      hooks.later(24 * hour);
    }
    expect(await hooks.shown(id)).toMatchObject({ active: true, failingSince: null, failed: 0 });
  });
});
