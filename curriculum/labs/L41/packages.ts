import type { Draw } from "@checkride/range/draw";
import { listingOf, type Package, type Situation } from "./registry.ts";

/** What the change needs, in words that a model makes names of. */
const needs = [
  { what: "reads uploaded tables", stems: ["table-reader", "csv-stream", "sheet-rows"] },
  { what: "cuts text into pieces for the index", stems: ["text-splitter", "chunker", "passages"] },
  { what: "counts tokens before a call", stems: ["token-count", "tokens-left", "token-meter"] },
  { what: "retries calls to the model", stems: ["retry-queue", "backoff-calls", "try-again"] },
  { what: "checks the model's answer against a schema", stems: ["shape-check", "json-guard"] },
  { what: "takes personal data out of logs", stems: ["log-redact", "pii-strip", "mask-fields"] },
  { what: "limits how often somebody may ask", stems: ["rate-window", "quota-store"] },
  { what: "renders the answer as Markdown", stems: ["mark-page", "safe-markdown"] },
] as const;

const endings = ["", "-js", "-plus", "-ai", "-utils", "-lite"] as const;

export type Card = Package & { readonly id: string; readonly what: string };

const inChange: readonly Situation[] = [
  "missing",
  "missing",
  "fresh",
  "abandoned",
  "small",
  "popular",
];

/** Six packages of one change. Names tell nothing: every stem can be any of them. */
export const drawCards = (draw: Draw): readonly Card[] => {
  const wanted = draw.shuffle(needs);
  const cards = inChange.map((situation, at): Omit<Card, "id"> => {
    const { what, stems } = wanted[at] ?? needs[0];
    const name = `${draw.pick(stems)}${draw.pick(endings)}`;
    return { name, what, situation, listing: listingOf(draw, situation) };
  });
  return draw.shuffle(cards).map((card, at) => ({ ...card, id: `package-${at + 1}` }));
};

/** What the learner's rules are tried on and nobody sees. */
export const drawHidden = (draw: Draw): readonly Package[] =>
  (
    [
      "missing",
      "fresh",
      "fresh",
      "fresh",
      "abandoned",
      "abandoned",
      "small",
      "small",
      "popular",
      "popular",
    ] as const
  ).flatMap((situation, at) => [
    { name: `hidden-${at}`, situation, listing: listingOf(draw, situation) },
    { name: `hidden-${at}-again`, situation, listing: listingOf(draw, situation) },
  ]);
