import type { TrackCard } from "@checkride/api/curriculum";
import { expect, test } from "vitest";
import { lengthText, tracksSentence } from "./track-words.ts";

const track = (
  title: string,
  state: NonNullable<TrackCard["certificate"]>["state"] | null,
  more: Partial<TrackCard> = {},
): TrackCard => ({
  id: title,
  title,
  audience: "Everybody",
  tier: 1,
  needs: { all: [], any: [] },
  certificate:
    state === null
      ? null
      : {
          id: title,
          title,
          state,
          required: true,
          whyMe: [],
          dueBy: null,
          validUntil: null,
        },
  minutes: 100,
  minutesLeft: 70,
  lessons: { done: 0, of: 4 },
  labs: { done: 0, of: 0 },
  ...more,
});

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test.each([
  [45, "45 min"],
  [60, "1 h"],
  [130, "2 h 10 min"],
])("%i minutes are %s", (minutes, text) => {
  expect(plain(lengthText(minutes))).toBe(text);
});

test("nothing asked: everything is open", () => {
  expect(tracksSentence([track("Free", null)])).toContain("No track is asked of you");
});

test("one track that is asked says how long it still takes", () => {
  expect(plain(tracksSentence([track("First", "underway"), track("Held", "current")]))).toBe(
    "First is asked of you: 1 h 10 min are left.",
  );
});

test("several add up", () => {
  expect(plain(tracksSentence([track("A", "none"), track("B", "lapsed")]))).toBe(
    "2 tracks are asked of you and not done: about 2 h 20 min are left.",
  );
});

test("what is held needs nothing more", () => {
  expect(tracksSentence([track("A", "current")])).toBe("A is asked of you, and you hold it.");
});
