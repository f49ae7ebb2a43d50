import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswers } from "./read-answers.ts";

const read = (value: unknown) => {
  const answers = readAnswers(JSON.stringify(value));
  if (!answers.ok) throw new Error(answers.error);
  return answers.value;
};

describe("answers", () => {
  it("are read by the shape that their question asks for", () => {
    const answers = read({ a: { verdict: "safe", reason: "b" }, c: "text", d: [[3, 5]] });
    expect(answers.judged("a")).toEqual({ verdict: "safe", reason: "b" });
    expect([answers.written("c"), answers.chosen("c")]).toEqual(["text", "text"]);
    expect(answers.marked("d")).toEqual([[3, 5]]);
  });

  it("count as not given where they have another shape", () => {
    const answers = read({
      a: { verdict: 1, reason: "b" },
      c: ["x"],
      d: [[5, 3], [1], "x", [1, 2.5]],
    });
    expect([answers.judged("a"), answers.judged("nowhere")]).toEqual([null, null]);
    expect([answers.written("c"), answers.chosen("c")]).toEqual(["", null]);
    expect(answers.marked("d")).toEqual([]);
  });

  it("are reviews, rules and models only where they have that shape", () => {
    const answers = read({
      review: { comments: [{ file: "a", from: 1, to: 2, problem: "sql", text: "" }] },
      rules: [{ fact: "age", test: "below", value: "30", outcome: "refuse" }],
      model: { system: null, zones: [], threats: [], mitigations: [] },
    });
    expect(answers.reviewed("review")?.comments).toHaveLength(1);
    expect(answers.ruled("rules")).toHaveLength(1);
    expect(answers.modelled("model")?.threats).toEqual([]);
    expect([answers.reviewed("rules"), answers.ruled("model"), answers.modelled("review")]).toEqual(
      [null, null, null],
    );
  });

  it("have no questions of their own making", () => {
    const answers = readAnswers('{"__proto__": {"a": {"verdict": "safe", "reason": "b"}}}');
    expect(answers.ok && answers.value.judged("a")).toBeNull();
    expect(answers.ok && answers.value.judged("toString")).toBeNull();
  });

  it("join marks that overlap, whatever their order", () => {
    const marks = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 20 });
    fc.assert(
      fc.property(marks, (list) => {
        const covered = new Set<number>();
        for (const [from, to] of list) for (let at = from; at < to; at++) covered.add(at);
        const found = read({ d: list }).marked("d");
        expect(found.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(covered.size);
      }),
    );
  });
});

it.each(["", "[]", "null", "{", '"x"', `{"a": ${"[".repeat(40)}${"]".repeat(40)}}`])(
  "%s is no set of answers",
  (text) => {
    expect(readAnswers(text).ok).toBe(false);
  },
);
