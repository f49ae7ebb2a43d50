import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  commandPayloads,
  honestFiles,
  honestNames,
  honestPaths,
  honestTexts,
  pagePayloads,
  queryPayloads,
  redirectPayloads,
} from "./payloads.ts";
import { convertedFile, ownAddress, searchedName, shownCard } from "./sinks-outside.ts";

type Right = (value: Claimed["value"], input: string) => boolean;

const at = (place: string, input: string, right: Right): CheckCase => ({
  args: [place, input],
  wants: ({ value }) => right(value, input),
});

const shows: Right = (value, input) => {
  const card = shownCard(value);
  return card !== null && card.text === input && card.title === input;
};
const finds: Right = (value, input) => searchedName(value) === input;
const converts: Right = (value, input) => convertedFile(value) === input;
const refusesFile: Right = (value) => value === null;
const goesTo: Right = (value, input) =>
  ownAddress(value) !== null && ownAddress(value) === ownAddress(input);
const staysHome: Right = (value) => value === "/";

/** A page is cut at 10,000 places: not a place more, at most one less, and no half character at its end. */
const cutClean: Right = (value, input) => {
  const card = shownCard(value);
  if (card === null || card.title !== card.text) return false;
  const { text } = card;
  const isCut = text.length === 10_000 || text.length === 9999;
  return isCut && input.startsWith(text) && !/[\uD800-\uDBFF]$/.test(text);
};

const long = (draw: Draw, before: number, sign: string): string =>
  draw.word(8).padEnd(before, "ab ") + sign.repeat(20);

const several = (place: string, inputs: (draw: Draw) => readonly string[], right: Right) => {
  return (draw: Draw): readonly CheckCase[] => inputs(draw).map((input) => at(place, input, right));
};

export const checks: readonly Check[] = [
  {
    id: "page-shows-text",
    half: "works",
    says: "The card shows every text as it was written, also text about `<script>`.",
    why: "What is cut out is missing for the reader, and what is encoded twice is unreadable.",
    cases: (draw) => [
      { ...at("page", "Tom & Jerry", shows), isPublic: true },
      ...several("page", honestTexts, shows)(draw),
    ],
  },
  {
    id: "customers-found",
    half: "works",
    says: "Customers are found by their whole name, O'Neil too.",
    why: "The name arrives at the database sign by sign, beside the query.",
    cases: (draw) => [
      { ...at("query", "Ada Lovelace", finds), isPublic: true },
      ...several("query", honestNames, finds)(draw),
    ],
  },
  {
    id: "pictures-converted",
    half: "works",
    says: "Pictures with spaces, dots, hyphens and underscores in their name are converted.",
    why: "One name is one argument, however many spaces it has: hand over a list.",
    cases: several("command", honestFiles, converts),
  },
  {
    id: "own-paths-followed",
    half: "works",
    says: "The browser is led to every path of the shop, with its question mark and all behind it.",
    why: "An address inside of a path is only text.",
    cases: several("redirect", honestPaths, goesTo),
  },
  {
    id: "page-holds",
    half: "attacks",
    says: "No text becomes a part of the page, neither in the text nor in the title.",
    why: "Encode for the place: in an attribute the quote is the dangerous sign.",
    cases: several("page", pagePayloads, shows),
  },
  {
    id: "query-holds",
    half: "attacks",
    says: "No name changes what the database is asked.",
    why: "The text of the query is the same for everybody.",
    cases: several("query", queryPayloads, finds),
  },
  {
    id: "command-holds",
    half: "attacks",
    says: "A file name that could be an option, a path, an address or a second command gives null.",
    why: "Allow what you know: first sign, other signs, ending, from the beginning to the end.",
    cases: (draw) => [
      { ...at("command", "a.png; id", refusesFile), isPublic: true },
      ...several("command", commandPayloads, refusesFile)(draw),
    ],
  },
  {
    id: "redirect-holds",
    half: "attacks",
    says: "Whatever does not stay in the shop leads to `/`.",
    why: "Browsers read backslashes as slashes, drop tabs and line breaks, and take `//` for a host.",
    cases: several("redirect", redirectPayloads, staysHome),
  },
  {
    id: "cut-is-clean",
    half: "attacks",
    says: "Long texts are cut at 10,000 places, never through a character.",
    why: "Half a character breaks whatever reads the page next. Cut first, encode afterwards.",
    cases: (draw) => [
      at("page", long(draw, 9999, "😀"), cutClean),
      at("page", long(draw, 9998, "😀"), cutClean),
      at("page", long(draw, 9995, ">"), cutClean),
    ],
  },
];
