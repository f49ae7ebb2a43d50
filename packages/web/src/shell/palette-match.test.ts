import { expect, test } from "vitest";
import { matching } from "./palette-match.ts";

const entries = [
  { title: "My standing", words: "home certificates" },
  { title: "Use dark colours", words: "theme" },
  { title: "People", words: "team" },
  { title: "Zoë Müller", words: "zoe@example.org" },
];
const titles = (asked: string) => matching(entries, asked).map((entry) => entry.title);

test("nothing asked: everything, in its order", () => {
  expect(titles(" ")).toEqual(entries.map((entry) => entry.title));
});

test("the beginning of any word is enough, in any order", () => {
  expect(titles("dark us")).toEqual(["Use dark colours"]);
});

test("words that are not shown count as well", () => {
  expect(titles("theme")).toEqual(["Use dark colours"]);
});

test("accents and capitals do not matter", () => {
  expect(titles("MULLER")).toEqual(["Zoë Müller"]);
});

test("the middle of a word is no match", () => {
  expect(titles("eople")).toEqual([]);
});

test("a title that begins with the text comes first", () => {
  const both = [
    { title: "Import people", words: "" },
    { title: "People", words: "" },
  ];
  expect(matching(both, "peo").map((entry) => entry.title)).toEqual(["People", "Import people"]);
});
