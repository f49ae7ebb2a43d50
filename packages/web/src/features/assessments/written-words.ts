import type { WrittenView } from "@checkride/api/written";

const pointsText = (points: number): string => `${points} of 6 points`;

/** Where a text is on its way: being written, read, or decided. */
export const writtenSentence = (view: WrittenView): string => {
  const { state, title, fields, minutes, reviewsNeeded, points, pointsToPass } = view;
  switch (state) {
    case "draft":
      return `${title}: ${fields.length} parts, about ${minutes} minutes.`;
    case "in-review":
      return `Handed in. ${reviewsNeeded === 2 ? "Two" : reviewsNeeded} reviewers read it.`;
    case "passed":
      return `Passed with ${pointsText(points ?? 0)}.`;
    case "not-passed":
      return `${pointsText(points ?? 0)}. ${pointsToPass} are needed: the comments say what is missing.`;
  }
};

/** Shorter than this the server takes as empty. */
export const lettersMin = 40;

export const filledParts = (
  fields: WrittenView["fields"],
  texts: Readonly<Record<string, string>>,
): number => fields.filter(({ id }) => (texts[id] ?? "").trim().length >= lettersMin).length;

export const pointWords = { 0: "not there", 0.5: "in part", 1: "there" } as const;
export type Point = keyof typeof pointWords;
export const pointSteps: readonly Point[] = [0, 0.5, 1];
