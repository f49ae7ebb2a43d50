import type { Reason } from "@checkride/rules/answer";
import { RichText } from "../design/rich-text.tsx";
import { verdictLook } from "./verdict-look.ts";

type VerdictProps = {
  readonly reason: Reason | null;
  /** For options and places, whether the learner took it: the reason says what it is, not how it was answered. */
  readonly isTaken?: boolean;
};

/** Whether it holds and why: a word and a glyph, the colour comes on top. */
export const Verdict = ({ reason, isTaken = true }: VerdictProps) => {
  if (reason === null) return null;
  const { word, glyph, tone } = verdictLook(reason.right, isTaken);
  return (
    <p className="verdict" data-tone={tone}>
      <span className="verdict-word">
        <span aria-hidden="true">{glyph}</span> {word}
      </span>{" "}
      <RichText text={reason.why} />
    </p>
  );
};
