import { expect, test } from "vitest";
import { byLetter } from "./letters.ts";

const term = (name: string) => ({ id: name, term: name, says: [], see: [] });

test("words stand under their first letter, whatever its case or accent", () => {
  const letters = byLetter([term("canary"), term("Éclair"), term("Claim"), term("3-D Secure")]);
  expect(letters.map(({ letter, terms }) => [letter, terms.map((one) => one.term)])).toEqual([
    ["#", ["3-D Secure"]],
    ["C", ["canary", "Claim"]],
    ["E", ["Éclair"]],
  ]);
});

test("no words, no letters", () => {
  expect(byLetter([])).toEqual([]);
});
