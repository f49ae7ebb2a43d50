import { standingStates } from "@checkride/rules/standing";
import { expect, test } from "vitest";
import { standingLook } from "./standing-words.ts";

test("every standing has its own word and its own glyph", () => {
  const looks = standingStates.map((state) => standingLook(state));
  expect(new Set(looks.map((look) => look.word)).size).toBe(standingStates.length);
  expect(new Set(looks.map((look) => look.glyph)).size).toBe(standingStates.length);
});

test("what is overdue says so, in word, glyph and colour", () => {
  expect(standingLook("underway", true)).toEqual({ word: "Overdue", glyph: "▲", tone: "lapsed" });
});

test("what has lapsed is called lapsed even when it is overdue", () => {
  expect(standingLook("lapsed", true).word).toBe("Lapsed");
});
