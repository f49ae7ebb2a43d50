import { confidenceOf, isSureAndWrong, nextPlace } from "@checkride/rules/baseline";
import { addMonths } from "@checkride/rules/time";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { answeredOf, type Rules, type Sitting } from "../../platform/tries.ts";
import { levelsOf, sureAnswersOf } from "./baseline-result.ts";

export const baseline = "assessment/baseline";

const monthsBetween = 3;

/** Sooner, it would measure what is remembered of the last one. */
export const againFrom = ({ endedAt }: Sitting): Date | null =>
  endedAt && new Date(addMonths(endedAt.getTime(), monthsBetween));

/** Levels, not a score: a baseline is a place to start from, and nobody fails it. */
const evidenceOf = (sitting: Sitting) => {
  const sure = sureAnswersOf(sitting);
  return {
    activity: baseline,
    number: sitting.number,
    levels: Object.fromEntries(levelsOf(sitting)),
    confidence: Math.round(confidenceOf(sure).mean * 1_000) / 1_000,
    sureAndWrong: sure.filter(isSureAndWrong).length,
    bank: sitting.bankVersion,
    items: answeredOf(sitting).map(({ item, version }) => ({ item, version })),
  };
};

export const baselineRules: Rules = {
  owns: (activity) => activity === baseline,
  next: ({ drawn, given }) =>
    nextPlace(drawn, new Map(given.map(({ place, share }) => [place, share]))),
  finish: async (db, sitting, now) => {
    const { personId: person } = sitting;
    const body = evidenceOf(sitting);
    const fact = { kind: "activity.passed", person, actor: person, body, at: now };
    await appendEvidence(db, [fact]);
    return { score: null, passMark: null, passed: null };
  },
};
