import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Step, StepKind } from "@checkride/rules/lesson";
import type { FaultDetails } from "../desk.ts";

export const stepKinds = ["know", "see", "attack", "repair", "try", "today"] as const;

export type StepHeading = Pick<Step, "kind" | "title" | "minutes">;

export const mostStepMinutes = 5;

type Report = (words: string, says: string, more: FaultDetails) => void;

/** `See: the line you did not type (5 min)`; null where it is no step, which is reported. */
export const readStepHeading = (written: string, report: Report): StepHeading | null => {
  const [, word = "", rest = written] = /^([A-Za-z]+)\s*:\s*(.*)$/s.exec(written) ?? [];
  const kind = kindOf(word);
  if (kind === null) {
    const meant = didYouMean(word, shownKinds);
    report(word || written, `a step begins with its kind, not with \`${word || written}\``, {
      meant,
      cure: `write one of ${shownKinds.join(", ")}, then a colon: ## See: the title (5 min)`,
    });
  }
  const match = /^(.*?)\s*\((\d{1,3}) min\)$/s.exec(rest);
  if (match === null) {
    report(written, "a step says at its end how long it takes", {
      cure: "end the heading with the minutes in brackets: (5 min)",
    });
  }
  const [, title = rest, digits = "0"] = match ?? [];
  const minutes = Number(digits);
  if (match !== null && (title.trim() === "" || minutes === 0)) {
    report(written, "a step has a title and at least one minute", { cure: "write both" });
  }
  if (kind !== null && kind !== "try" && minutes > mostStepMinutes) {
    report(`${digits} min`, `a step of ${minutes} minutes is too long`, {
      cure: "split it into steps of 5 minutes at most, or make it a `Try`",
    });
  }
  return kind === null ? null : { kind, title: title.trim(), minutes };
};

const shownKinds = ["Know", "See", "Attack", "Repair", "Try", "Today"];

const kindOf = (word: string): StepKind | null =>
  stepKinds.find((kind) => kind === word.toLowerCase() && shownKinds.includes(word)) ?? null;
