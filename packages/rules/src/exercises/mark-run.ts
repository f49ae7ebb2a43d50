import type { Marking, Reason } from "../answer.ts";
import type { Exercise, Json, RunCase } from "../exercise.ts";
import type { Rich } from "../prose.ts";
import type { CaseClaim } from "./case-claim.ts";
import { markingOf, plain } from "./marks.ts";
import { sameJson } from "./same-json.ts";

export type RunExercise = Extract<Exercise, { readonly kind: "run" }>;

/**
 * What the sandbox's claims about the cases come to. A case without a claim does not hold. Without cases the code was
 * run and looked at; that is all that was asked.
 */
export const markRun = (exercise: RunExercise, claims: readonly CaseClaim[]): Marking => {
  const reasons = exercise.cases.map((one, index) => reasonOf(one, index, claims[index]));
  const rights = reasons.filter(({ right }) => right).length;
  const marks = {
    right: rights === reasons.length,
    share: reasons.length === 0 ? 1 : rights / reasons.length,
    reasons,
    solution:
      exercise.solution === null ? null : ({ kind: "run", code: exercise.solution } as const),
  };
  return markingOf(marks, exercise);
};

const reasonOf = (one: RunCase, index: number, claim: CaseClaim | undefined): Reason => {
  const right = claim?.status === "returned" && sameJson(claim.value, one.returns);
  return { about: `c${index + 1}`, right, why: right ? [] : whyNot(one, claim) };
};

/** Of a hidden case only that it does not hold: what it was called with and what it wants stay hidden. */
const whyNot = ({ hidden, returns }: RunCase, claim: CaseClaim | undefined): Rich => {
  if (hidden) return plain("This hidden case does not hold.");
  if (claim === undefined) return plain("This case was not run.");
  if (claim.status !== "returned") return plain(claim.says);
  return [
    { kind: "text", text: "It returns " },
    { kind: "code", text: shown(claim.value) },
    { kind: "text", text: ", wanted is " },
    { kind: "code", text: shown(returns) },
    { kind: "text", text: "." },
  ];
};

const longestShown = 300;

const shown = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
};
