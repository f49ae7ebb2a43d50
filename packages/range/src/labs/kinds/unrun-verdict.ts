import type { CheckResult, Verdict } from "../../judge.ts";
import type { Judged } from "../open-lab.ts";

/** The verdict of kinds that run nothing: each check is one case. */
export const unrunVerdict = (checks: readonly CheckResult[], load: string | null): Verdict => ({
  passed: load === null && checks.every(({ holds }) => holds),
  checks,
  publicCases: [],
  cases: checks.map(({ id, holds }) => ({ check: id, status: "returned", right: holds })),
  load,
  logs: "",
  limitsHit: [],
});

export const unrunJudged = (seed: string, verdict: Verdict): Judged => ({
  seed,
  verdict,
  wrong: verdict.checks
    .filter(({ holds }) => !holds)
    .map(({ id }) => ({
      check: id,
      args: [],
      wants: null,
      claim: { status: "returned", value: false },
    })),
});
