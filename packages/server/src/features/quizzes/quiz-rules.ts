import { passMarkFor } from "@checkride/rules/pass-mark";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { answeredOf, type Rules, type Sitting } from "../../platform/tries.ts";
import type { QuizDeps } from "./deps.ts";

const prefix = "quiz/";

export const quizIdOf = ({ activity }: Pick<Sitting, "activity">): string =>
  activity.slice(prefix.length);

/** In the order of the draw, to its end. */
const nextOf = ({ drawn, given }: Sitting): number | null =>
  drawn.find(({ place }) => !given.some((one) => one.place === place))?.place ?? null;

/**
 * Evidence in the form that policy clauses ask for (`quiz: t1`), with what was asked and in which version. Which
 * of it was wrong is the learner's own business and stays out of the ledger.
 */
const evidenceOf = (sitting: Sitting, score: number, passMark: number) => {
  const answers = answeredOf(sitting);
  return {
    activity: sitting.activity,
    number: sitting.number,
    score,
    passMark,
    right: answers.filter(({ right }) => right).length,
    of: sitting.drawn.length,
    bank: sitting.bankVersion,
    items: answers.map(({ item, version }) => ({ item, version })),
  };
};

export const quizRules = (deps: Pick<QuizDeps, "policyInForce">): Rules => ({
  owns: (activity) => activity.startsWith(prefix),
  next: nextOf,
  finish: async (db, sitting, now) => {
    const right = sitting.given.filter((one) => one.right).length;
    const score = right / sitting.drawn.length;
    const inForce = await deps.policyInForce(db);
    const passMark = passMarkFor(inForce?.policy ?? null, sitting.activity);
    const passed = score >= passMark;
    const kind = passed ? "activity.passed" : "activity.attempted";
    const { personId: person } = sitting;
    const body = evidenceOf(sitting, score, passMark);
    await appendEvidence(db, [{ kind, person, actor: person, body, at: now }]);
    return { score, passMark, passed };
  },
});
