import type { Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import type { Kind } from "./body.ts";

/** A guess, a text of one's own and a simulation without a goal are neither right nor wrong. */
export const isJudged = (exercise: ShownExercise): boolean => {
  switch (exercise.kind) {
    case "predict":
    case "write":
      return false;
    case "slider":
      return exercise.goals.length > 0;
    case "run":
      return exercise.cases.length > 0;
    default:
      return true;
  }
};

/** Code is run again and sliders are moved on, whatever came of it so far. */
export const staysOpen = (kind: Kind): boolean => kind === "run" || kind === "slider";

const keptWords = (kind: Kind): string => {
  if (kind === "write") return "Saved. Compare it with what a good answer holds.";
  if (kind === "predict") return "Your guess is kept.";
  return kind === "run" ? "It ran." : "Kept.";
};

/** What an answer earned, as the sentence that is read first. */
export const resultWords = (exercise: ShownExercise, marking: Marking, isOnce = false): string => {
  const missed = isOnce ? "Not right" : "Not yet";
  const { kind } = exercise;
  if (!isJudged(exercise)) return keptWords(kind);
  const rights = marking.reasons.filter((reason) => reason.right).length;
  const of = marking.reasons.length;
  if (marking.right) return kind === "run" && of > 1 ? `Right: all ${of} cases hold.` : "Right.";
  if (of <= 1 || kind === "choose" || kind === "slider") return `${missed}.`;
  if (kind === "run") return `${missed}: ${rights} of ${of} cases hold.`;
  if (kind === "spot") return `${missed}. Look at the reasons beside the marks.`;
  return `${missed}: ${rights} of ${of} are right.`;
};

export const kindWords: Readonly<Record<Kind, string>> = {
  choose: "Choose",
  sort: "Sort",
  match: "Match",
  order: "Put in order",
  spot: "Mark",
  config: "Fill in",
  slider: "Try out",
  predict: "Predict",
  run: "Run",
  write: "Write",
};

/** What the button says that sends it; null where there is nothing more to send. */
export const sendWords = (exercise: ShownExercise, isMarked: boolean): string | null => {
  if (isMarked && !staysOpen(exercise.kind)) return null;
  switch (exercise.kind) {
    case "run":
      return isMarked ? "Run again" : "Run";
    case "write":
      return "Save and compare";
    case "predict":
      return "Reveal";
    case "slider":
      if (!isJudged(exercise)) return isMarked ? null : "I have tried it";
      return isMarked ? "Answer again" : "Answer";
    default:
      return "Answer";
  }
};
