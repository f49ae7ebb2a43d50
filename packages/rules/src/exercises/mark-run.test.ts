import { describe, expect, it } from "vitest";
import { markRun } from "./mark-run.ts";
import { runExercise } from "./test-exercises.ts";

describe("code", () => {
  const good = { status: "returned", value: { x: [1, 2] } } as const;
  it("is right where every case returns exactly what is wanted", () => {
    const marking = markRun(runExercise, [good, { status: "returned", value: "KEY" }]);
    expect(marking).toMatchObject({
      right: true,
      share: 1,
      solution: { kind: "run", code: "KEY" },
    });
  });
  it.each([
    ["a claim that is missing", []],
    ["another value", [good, { status: "returned", value: "key" }]],
    ["a value of another type", [good, { status: "returned", value: ["KEY"] }]],
    ["an exception", [good, { status: "threw", says: "ValueError: KEY" }]],
  ] as const)("is not right with %s, and of a hidden case nothing is said", (_, claims) => {
    const marking = markRun(runExercise, claims);
    expect(marking.right).toBe(false);
    expect(JSON.stringify(marking.reasons)).not.toMatch(/KEY|key/);
  });
  it("says what an open case returned and what was wanted", () => {
    const [reason] = markRun(runExercise, [
      { status: "returned", value: { x: [1], y: 2 } },
    ]).reasons;
    expect(reason).toEqual({
      about: "c1",
      right: false,
      why: [
        { kind: "text", text: "It returns " },
        { kind: "code", text: '{"x":[1],"y":2}' },
        { kind: "text", text: ", wanted is " },
        { kind: "code", text: '{"x":[1,2]}' },
        { kind: "text", text: "." },
      ],
    });
  });
  it("without cases was only to be run", () => {
    expect(markRun({ ...runExercise, cases: [], calls: null }, [])).toMatchObject({
      right: true,
      share: 1,
      reasons: [],
    });
  });
});
