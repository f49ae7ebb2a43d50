import type { StandingState } from "@checkride/rules/standing";
import { Pill } from "./pill.tsx";
import { standingLook } from "./standing-words.ts";

type StandingPillProps = {
  readonly state: StandingState;
  readonly overdue?: boolean;
  /** More precise words than the state's own: "Due in 82 days", "1 lab left". */
  readonly text?: string;
};

export const StandingPill = ({ state, overdue = false, text }: StandingPillProps) => {
  const look = standingLook(state, overdue);
  return (
    <Pill tone={look.tone} glyph={look.glyph}>
      {text ?? look.word}
    </Pill>
  );
};
