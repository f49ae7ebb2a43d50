import { expect, test } from "vitest";
import { integrationsSentence } from "./integrations-words.ts";

const well = {
  active: true,
  off: null,
  failingSince: null,
  heldUntil: null,
  lastDeliveredAt: null,
};
const failing = { ...well, failingSince: "2026-11-20T10:00:00Z" };

test.each([
  [{ webhooks: null, apps: null, issuers: null }, "What is connected."],
  [{ webhooks: [], apps: [], issuers: [] }, "Nothing outside is connected yet."],
  [{ webhooks: [well], apps: [], issuers: [] }, "Connected: 1 webhook."],
  [
    { webhooks: [well, well], apps: [{}], issuers: [{}, {}] },
    "Connected: 1 GitHub App, 2 pipeline issuers and 2 webhooks.",
  ],
  [
    { webhooks: [well, failing], apps: [], issuers: [] },
    "Connected: 2 webhooks; 1 webhook does not get through.",
  ],
])("of %o says: %s", (connected, sentence) => {
  expect(integrationsSentence(connected)).toBe(sentence);
});
