import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, simpleLine } from "./code-tokens.ts";

test("the last line break begins no further line, an empty line inside stays", () => {
  expect(linesOf("a\n\nb\n")).toEqual(["a", "", "b"]);
});

test("what a difference adds and takes away is told apart from where it does so", () => {
  const looks = ["+a", "-b", " c", "@@ -1 +1 @@", "+++ b/file"].map(
    (line) => simpleLine(line, "diff")[0]?.look,
  );
  expect(looks).toEqual(["added", "removed", null, "place", "place"]);
});

test("a header is named, its value is not", () => {
  expect(simpleLine("Authorization: Bearer x", "http")).toEqual([
    { text: "Authorization:", look: "property" },
    { text: " Bearer x", look: null },
  ]);
});

test("no character of a line is lost or added, whatever the language", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("diff", "http", "log", "text"), (line, language) => {
      expect(
        simpleLine(line, language)
          .map((token) => token.text)
          .join(""),
      ).toBe(line);
    }),
  );
});
