import type { StandingState } from "@checkride/rules/standing";
import type { PillTone } from "./pill.tsx";

export type StandingLook = {
  readonly word: string;
  /** Drawn from shape alone, so that it reads without colour. */
  readonly glyph: string;
  readonly tone: PillTone;
};

const looks: Readonly<Record<StandingState, StandingLook>> = {
  none: { word: "Not begun", glyph: "○", tone: "none" },
  underway: { word: "Under way", glyph: "◐", tone: "none" },
  current: { word: "Current", glyph: "●", tone: "current" },
  due: { word: "Due", glyph: "◔", tone: "due" },
  lapsed: { word: "Lapsed", glyph: "✕", tone: "lapsed" },
  exempt: { word: "Exempt", glyph: "◇", tone: "none" },
};

/** How a standing is shown: overdue turns what is not yet earned into something to act on. */
export const standingLook = (state: StandingState, overdue = false): StandingLook => {
  const look = looks[state];
  if (!overdue || state === "lapsed") return look;
  return { ...look, word: "Overdue", glyph: "▲", tone: "lapsed" };
};
