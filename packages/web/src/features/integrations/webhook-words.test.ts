import { expect, test } from "vitest";
import { attemptsWords, webhookLook, webhookSentence } from "./webhook-words.ts";

const well = {
  url: "https://hooks.example.com/s3cret",
  active: true,
  off: null,
  failingSince: null,
  heldUntil: null,
  lastDeliveredAt: "2026-11-20T10:00:00Z",
};
const at = "2026-11-20T10:00:00Z";

test("a webhook says how it does, and never the path, which may be a secret", () => {
  expect(webhookSentence(well)).toBe("What happens is told to hooks.example.com.");
  expect(webhookSentence({ ...well, failingSince: at })).toBe(
    "What is sent to hooks.example.com does not arrive.",
  );
  expect(webhookSentence({ ...well, lastDeliveredAt: null })).toBe(
    "Nothing has been sent to hooks.example.com yet.",
  );
  expect(webhookSentence({ ...well, active: false })).toBe("Nothing is sent to hooks.example.com.");
});

test("what was turned off by hand is no alarm; what turned itself off is one", () => {
  const off = { ...well, active: false };
  expect(webhookLook({ ...off, off: { because: "by-hand", at, says: "" } }).tone).toBe("none");
  expect(webhookLook({ ...off, off: { because: "failing", at, says: "" } }).tone).toBe("lapsed");
});

test("tries are counted with what the last one was answered", () => {
  const attempt = { at, status: 500, ms: 12, says: "", excerpt: "" };
  expect(attemptsWords({ attempts: [] })).toBe("not tried yet");
  expect(attemptsWords({ attempts: [attempt] })).toBe("1 try, 500");
  expect(attemptsWords({ attempts: [attempt, { ...attempt, status: null }] })).toBe(
    "2 tries, no answer",
  );
});
