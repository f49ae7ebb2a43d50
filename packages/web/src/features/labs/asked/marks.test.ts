import fc from "fast-check";
import { expect, test } from "vitest";
import { addSpan, isMarked, linesWithWords, readSpans, removeSpan, type Span } from "./marks.ts";

const text = 'POST /v1 HTTP/1.1\n  "origin": "git@host:acme.git",\n\nlast';

test("words and what stands between them are the whole text again", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "\n", '"', "{", "=", ",", "é") }),
      (any) => {
        const lines = linesWithWords(any);
        for (const { words } of lines) {
          for (const word of words) expect(any.slice(word.from, word.to)).toBe(word.text);
        }
        const whole = lines
          .map(({ words }) => words.map((word) => word.gap + word.text).join(""))
          .join("\n");
        expect(whole.replaceAll(/ +$/gm, "")).toBe(any.replaceAll(/ +$/gm, ""));
      },
    ),
  );
});

test("a name and its value are two words", () => {
  const [, second] = linesWithWords(text);
  expect(second?.words.map((word) => word.text)).toEqual(['"origin":', '"git@host:acme.git",']);
});

test("neighbours are one mark, also over the end of a line", () => {
  const one = addSpan([], [0, 4], text);
  expect(addSpan(one, [5, 8], text)).toEqual([[0, 8]]);
  expect(addSpan([[9, 17]], [20, 29], text)).toEqual([[9, 29]]);
});

test("taking a word out of the middle leaves two marks without room at their ends", () => {
  expect(removeSpan([[0, 17]], [5, 8], text)).toEqual([
    [0, 4],
    [9, 17],
  ]);
});

const words = linesWithWords(text).flatMap((line) => line.words);

test("after any presses exactly the words that were pressed oddly are marked", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(words.length - 1), { maxLength: 20 }), (presses) => {
      let spans: readonly Span[] = [];
      const wanted = new Set<number>();
      for (const at of presses) {
        const word = words[at];
        if (!word) continue;
        const span: Span = [word.from, word.to];
        spans = wanted.has(at) ? removeSpan(spans, span, text) : addSpan(spans, span, text);
        if (!wanted.delete(at)) wanted.add(at);
      }
      expect(words.map((word) => isMarked(spans, word))).toEqual(
        words.map((_, at) => wanted.has(at)),
      );
    }),
  );
});

test("what is no span is left out", () => {
  expect(readSpans([[0, 4], [4, 4], ["0", 4], 3, [1, 2, 3]])).toEqual([[0, 4]]);
  expect(readSpans({ from: 0 })).toEqual([]);
});
