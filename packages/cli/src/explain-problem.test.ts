import { type ProblemCode, problems } from "@checkride/api/problems";
import { describe, expect, it } from "vitest";
import { exits } from "./exits.ts";
import { explainProblem } from "./explain-problem.ts";

const explain = (code: ProblemCode) =>
  explainProblem(
    { type: `/problems/${code}`, code, ...problems[code], detail: "Why.", requestId: "r1" },
    "http://h",
  );

describe("explainProblem", () => {
  it.each([
    ["not-signed-in", 4],
    ["token-not-valid", 4],
    ["not-permitted", 4],
    ["conflict", 5],
    ["approvals-missing", 5],
    ["bad-input", 1],
    ["policy-has-faults", 1],
    ["not-found", 1],
    ["too-many-tries", 3],
    ["database-away", 3],
    ["server-fault", 70],
  ] as const)("%s ends with %i", (code, expected) => {
    expect(exits[explain(code).exit].code).toBe(expected);
  });

  it("names the request where the server is at fault", () => {
    expect(explain("server-fault").complaint?.says).toContain("(request r1)");
    expect(explain("bad-input").complaint?.says).not.toContain("r1");
  });
});
