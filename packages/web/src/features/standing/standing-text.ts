import type { StandingView } from "@checkride/api/standing";
import { relativeDay } from "../../design/date.ts";
import { isInGrace } from "./standing-facts.ts";
import { remedyNoun } from "./words.ts";

const left = (standing: StandingView): string | null => {
  const [first] = standing.remedy;
  if (first === undefined) return null;
  const nouns = new Set(standing.remedy.map(remedyNoun));
  const count = standing.remedy.length;
  if (nouns.size > 1) return `${count} steps left`;
  const noun = remedyNoun(first);
  return count === 1
    ? `1 ${noun} left`
    : `${count} ${noun === "quiz" ? "quizzes" : `${noun}s`} left`;
};

/** The words inside the pill: as precise as the standing allows. */
export const standingText = (
  standing: StandingView,
  now: string,
  zone?: string,
): string | undefined => {
  const { state } = standing;
  if (state === "due" && isInGrace(standing, now) && standing.holdsUntil !== null) {
    return `Ends ${relativeDay(now, standing.holdsUntil, zone)}`;
  }
  if (state === "due" && standing.validUntil !== null) {
    return `Due ${relativeDay(now, standing.validUntil, zone)}`;
  }
  if (state === "underway" && !standing.overdue) return left(standing) ?? undefined;
  return undefined;
};
