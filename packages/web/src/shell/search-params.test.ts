import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search-params.ts";

test("what goes into the address comes out of it", () => {
  const word = fc.string({ minLength: 1, unit: "grapheme" });
  fc.assert(
    fc.property(fc.dictionary(word, word), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});

test("what is empty or absent leaves no trace", () => {
  expect(stringifySearch({ team: "", role: undefined, state: null })).toBe("");
  expect(stringifySearch({ team: "payments", role: "" })).toBe("?team=payments");
});

test("a number stays the word it is written as", () => {
  expect(parseSearch("?tier=2&search=01")).toEqual({ tier: "2", search: "01" });
});
