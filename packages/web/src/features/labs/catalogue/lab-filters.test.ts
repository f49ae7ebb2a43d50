import type { LabCard } from "@checkride/api/labs";
import { describe, expect, it } from "vitest";
import { labsSentence } from "../lab-words.ts";
import { filterLabs, groupLabs } from "./lab-filters.ts";

const lab = (id: string, more: Partial<LabCard> = {}): LabCard => ({
  id,
  title: `Lab ${id}`,
  kind: "classify",
  minutes: 15,
  difficulty: "easy",
  modules: [],
  threats: [],
  installed: true,
  state: "none",
  attempts: 0,
  passedAt: null,
  points: null,
  ...more,
});
const all = { search: "", kind: "", state: "", difficulty: "" };
const ids = (labs: readonly LabCard[]) => labs.map(({ id }) => id);

describe("the filters of the labs", () => {
  const labs = [
    lab("L01", { installed: false, kind: "llm-ctf" }),
    lab("L07", { title: "Summarise without obeying", state: "passed", threats: ["CWE-1427"] }),
    lab("L26", { modules: [{ id: "m01", title: "Data that leaves" }], difficulty: "hard" }),
  ];

  it("let everything through at first", () => {
    expect(filterLabs(labs, all)).toEqual(labs);
  });

  it("find every word, in whatever order, in title, module or threat", () => {
    expect(ids(filterLabs(labs, { ...all, search: " obeying  SUMMARISE" }))).toEqual(["L07"]);
    expect(ids(filterLabs(labs, { ...all, search: "leaves" }))).toEqual(["L26"]);
    expect(ids(filterLabs(labs, { ...all, search: "cwe-1427" }))).toEqual(["L07"]);
  });

  it("do not take a lab that is not installed for one that was not begun", () => {
    expect(ids(filterLabs(labs, { ...all, state: "none" }))).toEqual(["L26"]);
    expect(ids(filterLabs(labs, { ...all, state: "away" }))).toEqual(["L01"]);
  });

  it("hold all at once", () => {
    expect(
      filterLabs(labs, { ...all, kind: "classify", difficulty: "hard", state: "passed" }),
    ).toEqual([]);
  });
});

it("labs stand under their first module, the rest at the end", () => {
  const two = { id: "m02", title: "Two" };
  const one = { id: "m01", title: "One" };
  const groups = groupLabs([
    lab("A"),
    lab("B", { modules: [two, one] }),
    lab("C", { modules: [one] }),
  ]);
  expect(groups.map(({ title, labs }) => [title, ids(labs)])).toEqual([
    ["One", ["C"]],
    ["Two", ["B"]],
    ["More labs", ["A"]],
  ]);
});

it("the sentence counts only what can be played", () => {
  const away = lab("L01", { installed: false });
  expect(labsSentence([away])).toBe("No lab can be played here yet.");
  expect(
    labsSentence([away, lab("L07", { state: "passed" }), lab("L08", { state: "underway" })]),
  ).toBe("You have passed 1 of 2 labs, 1 under way.");
  expect(labsSentence([away, lab("L07", { state: "passed" })])).toBe(
    "You have passed every lab that can be played here.",
  );
});
