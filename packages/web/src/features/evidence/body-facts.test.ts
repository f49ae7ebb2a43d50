import { describe, expect, it } from "vitest";
import { bodyFacts, bodyGist } from "./body-facts.ts";

describe("bodyFacts", () => {
  it("reads nested values as dotted names and everything as words", () => {
    const body = {
      activity: "lab/L17",
      passed: true,
      score: { points: 11, of: 12 },
      tags: ["a", { b: 1 }],
      note: null,
      extra: {},
    };
    expect(bodyFacts(body)).toEqual([
      { name: "activity", value: "lab/L17" },
      { name: "passed", value: "yes" },
      { name: "score.points", value: "11" },
      { name: "score.of", value: "12" },
      { name: "tags", value: 'a, {"b":1}' },
      { name: "note", value: "none" },
      { name: "extra", value: "none" },
    ]);
  });
});

describe("bodyGist", () => {
  it("keeps to one line", () => {
    expect(bodyGist({ activity: "lab/L17", passed: true, a: 1, b: 2 })).toBe(
      "activity lab/L17 · passed yes · a 1",
    );
    expect(bodyGist({ text: "x".repeat(200) })).toHaveLength(80);
    expect(bodyGist({})).toBe("–");
    expect(bodyGist(null)).toBe("–");
  });
});
