import type { Json } from "@checkride/rules/exercise";
import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import { sameJson } from "@checkride/rules/exercises/same-json";
import type { Check, CheckCase } from "./checks.ts";
import { makeDraw } from "./draw.ts";
import type { HostCall, LimitHit, Run } from "./submission.ts";

export type DrawnCase = { readonly check: Check; readonly one: CheckCase };

/** The cases of an attempt in the order in which they are run: mixed, so that its place says nothing about a case. */
export const drawCases = (checks: readonly Check[], seed: string): readonly DrawnCase[] => {
  const drawn = checks.flatMap((check) => {
    const cases = check.cases(makeDraw(`${seed} ${check.id}`));
    if (cases.length === 0) throw new Error(`The check ${check.id} has no cases.`);
    return cases.map((one) => ({ check, one }));
  });
  return makeDraw(`${seed} order`).shuffle(drawn);
};

export type CheckResult = Pick<Check, "id" | "half" | "says"> & {
  readonly holds: boolean;
  /** The author's reason; null when it holds. */
  readonly why: string | null;
  /** How much of it is right, 0 to 1, where that is more than yes or no; it counts for points alone. */
  readonly share?: number;
};

/** What may be shown of a case that hides nothing. */
export type PublicCase = {
  readonly check: string;
  readonly args: readonly Json[];
  readonly claim: CaseClaim;
  readonly right: boolean;
};

/** Enough to give the same verdict again, and to see whether it is the same. */
export type CaseRecord = {
  readonly check: string;
  readonly status: CaseClaim["status"];
  readonly right: boolean;
};

export type Verdict = {
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  readonly publicCases: readonly PublicCase[];
  readonly cases: readonly CaseRecord[];
  /** Why the program did not load; it had seen no input. */
  readonly load: string | null;
  readonly logs: string;
  readonly limitsHit: readonly LimitHit[];
};

/** Only what was returned can be right. */
const isRight = (
  { wants }: CheckCase,
  claim: CaseClaim | undefined,
  hostCalls: readonly HostCall[],
): boolean => {
  if (claim?.status !== "returned") return false;
  if (typeof wants !== "function") return sameJson(wants, claim.value);
  try {
    return wants({ value: claim.value, hostCalls }) === true;
  } catch {
    // A value of a shape that the author did not think of.
    return false;
  }
};

/** Decides where no learner code ever runs. All checks of both halves must hold. */
export const judge = (checks: readonly Check[], drawn: readonly DrawnCase[], run: Run): Verdict => {
  const notRun: CaseClaim = { status: "not-run", says: "It was not run." };
  const judged = drawn.map(({ check, one }, place) => {
    const claim = run.claims[place] ?? notRun;
    const right = run.load === null && isRight(one, claim, run.hostCalls[place] ?? []);
    return { check, one, claim, right };
  });
  const results = checks.map(({ id, half, says, why }): CheckResult => {
    const own = judged.filter(({ check }) => check.id === id);
    const holds = own.length > 0 && own.every(({ right }) => right);
    return { id, half, says, holds, why: holds ? null : why };
  });
  const hasBothHalves = ["works", "attacks"].every((half) =>
    checks.some((one) => one.half === half),
  );
  return {
    passed: hasBothHalves && results.every(({ holds }) => holds),
    checks: results,
    publicCases: judged
      .filter(({ one }) => one.isPublic === true)
      .map(({ check, one, claim, right }) => ({ check: check.id, args: one.args, claim, right })),
    cases: judged.map(({ check, claim, right }) => ({
      check: check.id,
      status: claim.status,
      right,
    })),
    load: run.load,
    logs: run.logs,
    limitsHit: run.limitsHit,
  };
};
