import { describe, expect, it } from "vitest";
import { type Gap, type Learnable, learningPath } from "./learning-path.ts";

const gap = (competency: string, parts: Partial<Gap> = {}): Gap => ({
  competency,
  level: 1,
  expected: 2,
  sureAndWrong: false,
  ...parts,
});

const learnable = (
  kind: "lesson" | "lab",
  id: string,
  competency: string,
  done = false,
): Learnable => ({ kind, id, minutes: 10, competencies: [competency], done });

const shelf = [
  learnable("lab", "L17", "B"),
  learnable("lesson", "m01-1", "A"),
  learnable("lesson", "m01-2", "B"),
  learnable("lesson", "m02-1", "C", true),
];

const idsOf = (gaps: readonly Gap[]) => learningPath(gaps, shelf, true).map(({ id }) => id);

describe("the way on", () => {
  it("is empty where nothing is missing", () => {
    expect(learningPath([gap("A", { level: 3 }), gap("B", { expected: 0 })], shelf, true)).toEqual(
      [],
    );
  });

  it("begins with the largest gap, lessons before labs", () => {
    expect(idsOf([gap("A"), gap("B", { expected: 3 })])).toEqual(["m01-2", "L17", "m01-1"]);
  });

  it("puts what was sure and wrong first, even where a done lesson is to be read again", () => {
    const gaps = [gap("B", { expected: 3 }), gap("C", { level: 2, sureAndWrong: true })];
    expect(learningPath(gaps, shelf, true)[0]).toEqual({
      kind: "lesson",
      id: "m02-1",
      competency: "C",
      why: "sure-and-wrong",
    });
  });

  it("asks for the assessment where a level is not known", () => {
    const gaps = [gap("A", { level: null, expected: 3 }), gap("B")];
    expect(learningPath(gaps, shelf, false).map(({ id }) => id)).toEqual([
      "baseline",
      "m01-2",
      "L17",
      "m01-1",
    ]);
    expect(learningPath(gaps, shelf, true).map(({ kind }) => kind)).not.toContain("assessment");
  });

  it("names nothing twice and stays short", () => {
    const both = { ...learnable("lesson", "m09-1", "A"), competencies: ["A", "B"] };
    const long = Array.from({ length: 40 }, (_, n) => learnable("lesson", `x-${n}`, "A"));
    const many = [both, ...long];
    const path = learningPath([gap("A"), gap("B")], many, true);
    expect(path.map(({ id }) => id)).toEqual(["m09-1", "x-0"]);
    const gaps = [..."ABCDEFGHIJ"].map((id) => gap(id));
    const wide = gaps.flatMap(({ competency }) =>
      [0, 1, 2].map((n) => learnable("lesson", `${competency}-${n}`, competency)),
    );
    expect(learningPath(gaps, wide, true)).toHaveLength(12);
  });
});
