import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  replaces,
  type Taxonomy,
  type ThreatEntry,
  taxonomyDifference,
  threatCoverage,
} from "./threat-coverage.ts";

const entry = (id: string, more: Partial<ThreatEntry> = {}): ThreatEntry => ({
  id,
  name: `name of ${id}`,
  summary: "",
  url: null,
  kind: "technique",
  parent: null,
  related: [],
  ...more,
});

const list = (items: readonly ThreatEntry[], version = "1"): Taxonomy => ({
  taxonomy: "LIST",
  version,
  released: null,
  source: null,
  license: null,
  items,
});

const lesson = (ref: string, threats: readonly string[]) =>
  ({ ref, kind: "lesson", installed: true, threats }) as const;
const lab = (ref: string, threats: readonly string[], installed = true) =>
  ({ ref, kind: "lab", installed, threats }) as const;

const statesOf = (input: Parameters<typeof threatCoverage>[0]) =>
  Object.fromEntries(threatCoverage(input).map(({ entry: { id }, state }) => [id, state]));

describe("threat coverage", () => {
  const items = [
    entry("TA1", { kind: "tactic" }),
    entry("T1", { related: ["TA1"] }),
    entry("T1.1", { kind: "subtechnique", parent: "T1" }),
    entry("T2"),
    entry("T3"),
    entry("T4"),
  ];

  it("says what is practised, taught, planned, decided and open", () => {
    const states = statesOf({
      taxonomy: list(items),
      teaching: [lab("lab/A", ["T1.1"]), lesson("lesson/x", ["T2"]), lab("lab/B", ["T3"], false)],
      questions: [],
      decided: [{ ids: ["T4"], as: "not-trained", because: "physical" }],
    });
    expect(states).toEqual({
      TA1: "practised",
      T1: "practised",
      "T1.1": "practised",
      T2: "taught",
      T3: "planned",
      T4: "decided",
    });
  });

  it("lets a special case count for the general one and not the reverse", () => {
    const states = statesOf({
      taxonomy: list(items),
      teaching: [lab("lab/A", ["T1"])],
      questions: [],
      decided: [],
    });
    expect(states).toMatchObject({ T1: "practised", TA1: "practised", "T1.1": "open" });
  });

  it("ends although the parents of a list go in a circle", () => {
    const circle = list([entry("A", { parent: "B" }), entry("B", { parent: "A" })]);
    const rows = threatCoverage({
      taxonomy: circle,
      teaching: [lesson("lesson/x", ["A"])],
      questions: [["B"]],
      decided: [],
    });
    expect(rows.map(({ state, questions }) => [state, questions])).toEqual([
      ["taught", 1],
      ["taught", 1],
    ]);
  });

  it("never gets worse when something more is taught", () => {
    const id = fc.constantFrom("TA1", "T1", "T1.1", "T2", "T3", "T4");
    const teaching = fc.array(
      fc.record({
        ref: fc.string(),
        kind: fc.constantFrom("lesson" as const, "lab" as const),
        installed: fc.boolean(),
        threats: fc.array(id),
      }),
    );
    const worth = { practised: 4, taught: 3, planned: 2, decided: 1, open: 0 };
    fc.assert(
      fc.property(teaching, teaching, (some, more) => {
        const common = { taxonomy: list(items), questions: [], decided: [] };
        const before = threatCoverage({ ...common, teaching: some });
        const after = threatCoverage({ ...common, teaching: [...some, ...more] });
        for (const [index, row] of before.entries()) {
          expect(worth[after[index]?.state ?? "open"]).toBeGreaterThanOrEqual(worth[row.state]);
        }
      }),
    );
  });
});

describe("a newer list", () => {
  it("differs by what is new, gone and renamed", () => {
    const before = list([entry("A"), entry("B"), entry("C")]);
    const after = list([entry("A"), entry("B", { name: "other" }), entry("D")], "2");
    const { added, gone, renamed } = taxonomyDifference(before, after);
    expect(added.map(({ id }) => id)).toEqual(["D"]);
    expect(gone.map(({ id }) => id)).toEqual(["C"]);
    expect(renamed).toEqual([{ id: "B", from: "name of B", to: "other" }]);
  });

  it("takes the place of the one whose ids it goes on with, and stands beside another edition", () => {
    const before = list([entry("LLM01:2025"), entry("LLM02:2025")]);
    expect(replaces(list([entry("LLM01:2025"), entry("LLM02:2025"), entry("X")]), before)).toBe(
      true,
    );
    expect(replaces(list([entry("LLM01:2026"), entry("LLM02:2026")]), before)).toBe(false);
    expect(replaces({ ...before, taxonomy: "OTHER" }, before)).toBe(false);
  });
});
