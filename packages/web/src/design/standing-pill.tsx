import type { StandingState } from "@checkride/rules/standing";
import { standingLook } from "./standing-words.ts";
import "./standing-pill.css";

type StandingPillProps = {
  readonly state: StandingState;
  readonly overdue?: boolean;
  /** More precise words than the state's own: "Due in 82 days", "1 lab left". */
  readonly text?: string;
};

export const StandingPill = ({ state, overdue = false, text }: StandingPillProps) => {
  const look = standingLook(state, overdue);
  return (
    <span className="pill" data-tone={look.tone}>
      <span aria-hidden="true" className="pill-glyph">
        {look.glyph}
      </span>
      {text ?? look.word}
    </span>
  );
};
