import type { AssessmentCard, AssessmentResult } from "@checkride/api/assessments";
import { formatDate } from "../../design/date.ts";

export const sureWords = {
  1: "A guess",
  2: "Unsure",
  3: "Fairly sure",
  4: "Certain",
} as const;

export type Sureness = keyof typeof sureWords;
export const sures: readonly Sureness[] = [1, 2, 3, 4];

/** Where somebody stands with the assessment itself. */
export const baselineSentence = (card: AssessmentCard): string => {
  const { open, ready, finished, nextFrom, minutes, questionsMax } = card;
  if (open) return `${open.answered} questions are answered. Go on where you were.`;
  if (finished.length > 0 && nextFrom) {
    return `You have done it. It can be done again from ${formatDate(nextFrom)}.`;
  }
  if (!ready) return "The assessment has too few questions at the moment.";
  if (finished.length > 0) return "It is time to see what has changed.";
  return `What can you do already? ${minutes} minutes, at most ${questionsMax} questions.`;
};

/** How much of what is expected was met. */
export const resultSentence = ({ competencies }: AssessmentResult): string => {
  const asked = competencies.filter(({ expected }) => expected > 0);
  const met = asked.filter(({ level, expected }) => level >= expected).length;
  if (asked.length === 0) return `Your levels in ${competencies.length} areas.`;
  if (met === asked.length) return "You reach what your tracks expect, in every area.";
  if (met === 0) return "There is a way ahead in every area that your tracks expect.";
  return `You reach what your tracks expect in ${met} of ${asked.length} areas.`;
};

/** What the difference between being sure and being right says. */
export const confidenceWords = ({
  whenRight,
  whenWrong,
}: AssessmentResult["confidence"]): string => {
  if (whenRight === null) return "There was no right answer to compare with.";
  if (whenWrong === null) return "No answer was wrong.";
  const apart = whenRight - whenWrong;
  if (apart >= 0.15)
    return "You were surer where you were right: your doubt is worth listening to.";
  if (apart <= -0.05) {
    return "You were surer where you were wrong: begin with what stands first below.";
  }
  return "You were about as sure of wrong answers as of right ones.";
};
