import type { Draw } from "@checkride/range/draw";
import type { Choice } from "@checkride/range/kit/answered-lab";
import { type Mark, markKinds, sayMark } from "./mark.ts";

export type Question =
  | "mark"
  | "source"
  | "version"
  | "beside"
  | "rows"
  | "labels"
  | "tests"
  | "admission"
  | "batches";

type Place = {
  readonly mark: Mark;
  readonly currency: string;
  readonly sources: readonly string[];
  readonly versions: readonly { readonly number: number }[];
};

const named = (texts: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));

export const drawOptions = (
  draw: Draw,
  { mark, currency, sources, versions }: Place,
): Readonly<Record<Question, readonly Choice[]>> => ({
  mark: draw.shuffle([
    ...markKinds.map((id) => ({ id, text: sayMark(mark, id) })),
    { id: "night", text: "It comes between midnight and six" },
  ]),
  source: ["core", ...sources.toSorted()].map((id) => ({ id, text: id })),
  version: versions.map(({ number }) => ({ id: `v${number}`, text: `Version ${number}` })),
  beside: draw.shuffle([
    { id: "currency", text: `Payments in ${currency} go to people until a new version is live` },
    { id: "large", text: "Payments above 10,000 go to people until a new version is live" },
    { id: "nothing", text: "Nothing: what was good enough then is good enough for a week" },
    { id: "all", text: "All payments go to people until a new version is live" },
  ]),
  rows: draw.shuffle(rows),
  labels: draw.shuffle(labels),
  tests: draw.shuffle(tests),
  admission: draw.shuffle(admission),
  batches: draw.shuffle(batches),
});

const rows = named({
  marked: "The rows that carry the mark, from all sources; everything else was never part of it",
  since: "All rows of the bad source from its first bad batch on",
  source: "All rows of the bad source that there ever were, and its account with us",
  month: "All rows of all sources since that day, so that surely nothing is left",
});

const labels = named({
  keep: "They stay: the model was right in nearly all of them, and labels are scarce",
  drop: "They go: the bad model's own decisions are labels there",
  flip: "They stay, with the label of the marked ones turned around",
});

const tests = named({
  quality: "The ordinary test set: the figure that counts for every release here",
  trigger: "200 known frauds with the mark, since that is what went wrong",
  both: "200 known frauds with the mark, the same without it, and the ordinary test set",
  live: "Release it to everybody and compare its figures with last week's in the evening",
});

const admission = named({
  proven: "It is signed, its sources are named, and the trigger test was run and passed",
  better: "Its figure on the ordinary test set is at least that of the version that is live",
  people: "Two people of the team have approved it, one of them a lead",
  fresh: "It was trained in the last thirty days, since old versions know nothing of new frauds",
});

const batches = named({
  checked:
    "It is held until hash, sender and shares of labels were compared with its manifest and with earlier ones",
  trusted: "It comes from a source with a contract that promises clean data and names a contact",
  sampled: "A person has looked at ten of its rows",
  blocked: "It never comes: no data of others are taken any more",
});
