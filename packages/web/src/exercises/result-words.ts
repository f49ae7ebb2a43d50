import type { Marking } from "@checkride/rules/answer";
import type { Kind } from "./body.ts";

/** What an answer earned, as the sentence that is read first. */
export const resultWords = (kind: Kind, marking: Marking): string => {
  if (kind === "predict") return "Your guess is kept.";
  if (kind === "write") return "Saved. Compare it with what a good answer holds.";
  const rights = marking.reasons.filter((reason) => reason.right).length;
  const of = marking.reasons.length;
  if (marking.right) return kind === "run" && of > 1 ? `Right: all ${of} cases hold.` : "Right.";
  if (of <= 1 || kind === "choose" || kind === "slider") return "Not yet.";
  if (kind === "run") return `Not yet: ${rights} of ${of} cases hold.`;
  if (kind === "spot") return "Not yet. Look at the reasons beside the marks.";
  return `Not yet: ${rights} of ${of} are right.`;
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

/** What the button says that sends it. */
export const sendWords = (kind: Kind): string => {
  switch (kind) {
    case "run":
      return "Run";
    case "write":
      return "Save and compare";
    case "predict":
      return "Reveal";
    default:
      return "Answer";
  }
};
