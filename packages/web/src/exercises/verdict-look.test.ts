import { expect, test } from "vitest";
import { verdictLook } from "./verdict-look.ts";

test("what holds but was not taken is missed, not wrong", () => {
  expect(verdictLook(true, false)).toMatchObject({ word: "Missed.", tone: "missed" });
});

test("what does not hold and was not taken is no mistake", () => {
  expect(verdictLook(false, false)).toMatchObject({ word: "", tone: "plain" });
});

test("each of the four has its own word and its own glyph", () => {
  const looks = [true, false].flatMap((right) =>
    [true, false].map((taken) => verdictLook(right, taken)),
  );
  expect(new Set(looks.map((look) => look.word)).size).toBe(4);
  expect(new Set(looks.map((look) => look.glyph)).size).toBe(4);
});
