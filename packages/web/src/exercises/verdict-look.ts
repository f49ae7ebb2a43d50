import type { Reason } from "@checkride/rules/answer";

export type VerdictLook = {
  readonly word: string;
  readonly glyph: string;
  readonly tone: "right" | "wrong" | "missed" | "plain";
};

/** What is said beside an option, card, line or blank once it is answered. */
export const verdictLook = (isRight: boolean, isTaken: boolean): VerdictLook => {
  if (isTaken) {
    return isRight
      ? { word: "Right.", glyph: "✓", tone: "right" }
      : { word: "Not right.", glyph: "✕", tone: "wrong" };
  }
  return isRight
    ? { word: "Missed.", glyph: "○", tone: "missed" }
    : { word: "", glyph: "–", tone: "plain" };
};

export const toneOf = (reason: Reason | null, isTaken: boolean): VerdictLook["tone"] | undefined =>
  reason === null ? undefined : verdictLook(reason.right, isTaken).tone;
