import type { AssessmentResult } from "@checkride/api/assessments";
import { confidenceOf, isSureAndWrong } from "@checkride/rules/baseline";
import { isMiss, levelOf } from "@checkride/rules/competency-level";
import type { CompetencyLevel } from "@checkride/rules/item";
import { type Bank, titleOf } from "../../platform/bank.ts";
import { type AnsweredDrawn, answeredOf, type Sitting } from "../../platform/tries.ts";

type Sure = NonNullable<AnsweredDrawn["sure"]>;
type SureDrawn = AnsweredDrawn & { readonly sure: Sure };

const isSure = (answer: AnsweredDrawn): answer is SureDrawn => answer.sure !== null;

export const sureAnswersOf = (sitting: Sitting): readonly SureDrawn[] =>
  answeredOf(sitting).filter(isSure);

/** By this sitting alone, so that two of them are on the same scale. */
export const levelsOf = (sitting: Sitting): ReadonlyMap<string, CompetencyLevel> => {
  const answers = answeredOf(sitting);
  const competencies = [...new Set(answers.map(({ competency }) => competency))];
  return new Map(
    competencies.toSorted().map((competency) => {
      const about = answers.filter((answer) => answer.competency === competency);
      const timed = about.map((answer) => ({ ...answer, at: answer.at.getTime() }));
      return [competency, levelOf(timed) ?? 0];
    }),
  );
};

/** The most certain of the wrong answers first. */
const surestWrong = (answers: readonly SureDrawn[], bank: Bank): AssessmentResult["sureAndWrong"] =>
  answers
    .filter(isSureAndWrong)
    .toSorted((a, b) => b.sure - a.sure || a.place - b.place)
    .map(({ place, competency, item, topic, sure }) => ({
      place,
      competency,
      topic: bank.items.get(item)?.topic.title ?? topic,
      sure,
    }));

type ResultParts = {
  readonly bank: Bank;
  readonly before: Sitting | null;
  readonly expected: Readonly<Record<string, CompetencyLevel>>;
  readonly againFrom: Date;
};

export const baselineResult = (sitting: Sitting, parts: ResultParts): AssessmentResult => {
  const { bank, before, expected } = parts;
  const answers = sureAnswersOf(sitting);
  const levelsBefore = before ? levelsOf(before) : new Map<string, CompetencyLevel>();
  const competencies = [...levelsOf(sitting)].map(([competency, level]) => {
    const about = answers.filter((answer) => answer.competency === competency);
    return {
      competency,
      title: titleOf(bank, competency),
      level,
      expected: expected[competency] ?? 0,
      before: levelsBefore.get(competency) ?? null,
      right: about.filter(({ share }) => !isMiss(share)).length,
      asked: about.length,
    };
  });
  return {
    competencies,
    confidence: confidenceOf(answers),
    sureAndWrong: surestWrong(answers, bank),
    comparedWith: before?.endedAt?.toISOString() ?? null,
    againFrom: parts.againFrom.toISOString(),
  };
};
