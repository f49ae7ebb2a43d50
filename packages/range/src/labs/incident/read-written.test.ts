import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedLines, wholeNumber } from "./read-written.ts";

describe("a number that was written", () => {
  it("is one or nothing", () => {
    expect([" 12 ", "007", "0"].map(wholeNumber)).toEqual([12, 7, 0]);
    expect(
      ["", "twelve", "12 people", "-1", "1.5", "1e3", "9".repeat(10)].map(wholeNumber),
    ).toEqual([null, null, null, null, null, null, null]);
  });
});

describe("marked lines", () => {
  const text = "first line\n\n  second\nthird";

  it("are those of which half is marked", () => {
    expect(markedLines(text, [[0, 10]])).toEqual([0]);
    expect(markedLines(text, [[0, 4]])).toEqual([]);
    expect(markedLines(text, [[14, 20]])).toEqual([2]);
    expect(markedLines(text, [[0, text.length]])).toEqual([0, 2, 3]);
  });

  it("are all or none of the lines that hold something, whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const any = words.join("\n");
        const filled = any.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [at]));
        expect(markedLines(any, [[0, any.length]])).toEqual(filled);
        expect(markedLines(any, [])).toEqual([]);
      }),
    );
  });
});
