import fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceLists, instants, people, policies } from "./arbitraries.ts";
import { standings } from "./evaluate-standing.ts";
import { standingStates } from "./standing.ts";

it("makes worlds in which every state and every reason occurs", () => {
  const states = new Set<string>();
  const codes = new Set<string>();
  const worlds = fc.sample(fc.tuple(policies, people, evidenceLists, instants), {
    numRuns: 6000,
    seed: 7,
  });
  for (const [policy, person, evidence, now] of worlds) {
    for (const { state, because } of standings(policy, person, evidence, now)) {
      states.add(state);
      for (const { code } of because) codes.add(code);
    }
  }
  expect(states).toEqual(new Set(standingStates));
  expect(codes).toEqual(
    new Set([
      "met",
      "missing",
      "below-pass-mark",
      "expired",
      "reopened",
      "revoked",
      "older-version",
      "exempt",
      "inactive",
      "not-asked",
    ]),
  );
});
