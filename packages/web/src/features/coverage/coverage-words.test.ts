import type { TaxonomyPreview, ThreatView } from "@checkride/api/coverage";
import { expect, test } from "vitest";
import { coverageSentence, fitting, previewSentence, taxonomySentence } from "./coverage-words.ts";

const card = {
  id: "atlas",
  taxonomy: "ATLAS",
  version: "5.6.1",
  released: null,
  source: null,
  license: null,
  loadedAt: null,
  counts: { practised: 4, taught: 3, planned: 2, decided: 1, open: 2 },
};

test("all lists are summed up, and what is open is said", () => {
  expect(coverageSentence([card, card])).toBe("Of 24 threats in 2 lists, 4 are open.");
  expect(coverageSentence([{ ...card, counts: { ...card.counts, open: 0 } }])).toContain(
    "Each of 10 threats",
  );
});

test("one list says how much of it is practised", () => {
  expect(taxonomySentence(card)).toBe("ATLAS: 4 of 12 are practised, 2 are open.");
});

const preview: TaxonomyPreview = {
  taxonomy: "ATLAS",
  version: "5.7.0",
  entries: 12,
  replaces: { id: "atlas", version: "5.6.1" },
  added: [],
  gone: [],
  renamed: [],
  uncovered: [],
};

test("a newer list is held against the one whose place it takes", () => {
  expect(previewSentence(preview)).toBe("ATLAS 5.7.0 names the same 12 entries as 5.6.1.");
  expect(previewSentence({ ...preview, added: [{ id: "T1", name: "New" }] })).toBe(
    "ATLAS 5.7.0 against 5.6.1: 1 new, 0 gone, 0 renamed.",
  );
  expect(previewSentence({ ...preview, replaces: null })).toContain("beside");
});

const threat = (id: string, name: string, state: ThreatView["state"]): ThreatView => ({
  id,
  name,
  state,
  summary: "",
  url: null,
  kind: null,
  parent: null,
  related: [],
  lessons: [],
  labs: [],
  questions: 0,
  decided: null,
  people: null,
});

test("threats are found by id, name and state together", () => {
  const all = [threat("AML.T0051", "Prompt injection", "practised"), threat("T2", "Other", "open")];
  const ids = (search: string, state: string) =>
    fitting(all, { search, state }).map(({ id }) => id);
  expect(ids("t0051", "")).toEqual(["AML.T0051"]);
  expect(ids("INJECTION", "open")).toEqual([]);
  expect(ids("", "open")).toEqual(["T2"]);
});
