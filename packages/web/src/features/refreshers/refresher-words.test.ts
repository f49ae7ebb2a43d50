import type { Refreshers } from "@checkride/api/refreshers";
import { expect, test } from "vitest";
import { comesBackText, refresherSentence } from "./refresher-words.ts";

const card: Refreshers["cards"][number] = {
  card: "a1",
  turn: 0,
  competency: { id: "A", title: "A" },
  dueAt: "2026-11-20T09:00:00Z",
  first: false,
  exercise: { kind: "order", id: "a1-1", ask: [], exhibit: null, cards: [] },
};
const none: Refreshers = {
  cards: [],
  due: 0,
  minutes: 0,
  nextAt: null,
  cadence: [],
  weakSpots: [],
};

test("what is due says how many and how long", () => {
  expect(refresherSentence({ ...none, cards: [card], due: 1, minutes: 1 })).toBe(
    "One question, about a minute.",
  );
  expect(refresherSentence({ ...none, cards: [card, card], due: 9, minutes: 2 })).toBe(
    "2 questions, about 2 minutes. 7 more wait behind them.",
  );
});

test("nothing due says when something is", () => {
  expect(refresherSentence({ ...none, nextAt: "2026-11-24T12:00:00Z" })).toContain("24 November");
  expect(refresherSentence(none)).toContain("will come back");
});

test("the way to the next turn is said in days", () => {
  const now = "2026-11-20T12:00:00Z";
  expect(comesBackText(now, "2026-11-20T12:10:00Z")).toBe("It comes back later today.");
  expect(comesBackText(now, "2026-11-21T12:00:00Z")).toBe("It comes back tomorrow.");
  expect(comesBackText(now, "2026-11-29T12:00:00Z")).toBe("It comes back in 9 days.");
});
