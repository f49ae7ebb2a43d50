import type { DeliveryView, WebhookView } from "@checkride/api/webhooks";
import { Webhook } from "standardwebhooks";
import { makeLog } from "../../platform/log.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { type Deliverer, makeDeliverer } from "./deliver.ts";
import { handOut } from "./hand-out.ts";
import { makeReachable } from "./reachable.ts";
import { type NewHappening, recordHappenings } from "./record-happening.ts";
import { makeSender } from "./send-message.ts";
import type { Received } from "./test-receiver.ts";

export type TestHooks = {
  readonly app: TestApp;
  readonly owner: TestPerson;
  readonly add: (url: string) => Promise<{ webhook: WebhookView; secret: string }>;
  /** As a node does it; each call is another node. */
  readonly node: (timeoutMs?: number) => Deliverer;
  readonly happen: (count?: number) => Promise<void>;
  /** Everything that is due now is sent, by one node. */
  readonly round: (node?: Deliverer) => Promise<void>;
  readonly deliveries: (webhook: string) => Promise<readonly DeliveryView[]>;
  readonly shown: (webhook: string) => Promise<WebhookView>;
  readonly later: (ms: number) => void;
  readonly close: () => Promise<void>;
};

const log = makeLog("silent");
export const loopback = ["127.0.0.0/8"];

export const modeChanged = (at: Date, gate = "deploy/production"): NewHappening => ({
  type: "gate.mode_changed",
  person: null,
  at,
  body: { gate, from: "warn", to: "enforce", policyVersion: 1 },
});

/** The whole server whose owner lets webhooks go to loopback, and nodes that send by hand instead of by the clock. */
export const openHooks = async (): Promise<TestHooks> => {
  const app = await createTestApp({}, undefined, null, null, loopback);
  const owner = await app.signIn("owner");
  const { db } = app;
  // A session does not live as long as a schedule of retries does.
  const begun = app.clock.now();
  const asOwner = async <T>(ask: () => Promise<T>): Promise<T> => {
    const now = app.clock.now();
    app.clock.set(begun);
    const answer = await ask();
    app.clock.set(now);
    return answer;
  };
  const senders: (() => void)[] = [];
  const node = (timeoutMs = 10_000): Deliverer => {
    const reachable = makeReachable(loopback);
    const sender = makeSender({ reachable, userAgent: "Checkride/test", timeoutMs });
    senders.push(sender.close);
    const { vault } = app.parts;
    const jitter = () => 0;
    const clock = app.clock.now;
    return makeDeliverer({ db, vault, sender, clock, log, jitter, onDone: () => undefined });
  };
  const only = node();
  const list = async () => {
    const answer = await asOwner(() => owner.client("GET /api/webhooks", {}));
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value.webhooks;
  };
  return {
    app,
    owner,
    node,
    add: async (url) => {
      const body = { url, types: ["gate.mode_changed", "webhook.turned_off"] };
      const answer = await asOwner(() => owner.client("POST /api/webhooks", { body }));
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      return answer.value;
    },
    happen: async (count = 1) => {
      const at = app.clock.now();
      await recordHappenings(
        db,
        Array.from({ length: count }, () => modeChanged(at)),
      );
      await handOut(db, at);
    },
    round: async (by = only) => {
      while (await by.beginDue()) await by.settled();
    },
    deliveries: async (webhook) => {
      const answer = await asOwner(() =>
        owner.client("GET /api/webhooks/{webhook}/deliveries", {
          params: { webhook },
          query: { limit: 200 },
        }),
      );
      if (!answer.ok) throw new Error(answer.problem.detail);
      return answer.value.items;
    },
    shown: async (webhook) => {
      const found = (await list()).find(({ id }) => id === webhook);
      if (!found) throw new Error("no such webhook");
      return found;
    },
    later: (ms) => app.clock.set(new Date(app.clock.now().getTime() + ms)),
    close: async () => {
      for (const close of senders) close();
      await app.close();
    },
  };
};

/** The standard's own library looks at the real clock; what it is to say of another one is a matter of the signature. */
export const isSignedWith = (secret: string, { headers, body }: Received): boolean => {
  const id = headers["webhook-id"] ?? "";
  const at = new Date(Number(headers["webhook-timestamp"]) * 1_000);
  const expected = new Webhook(secret).sign(id, at, body);
  return (headers["webhook-signature"] ?? "").split(" ").includes(expected);
};
