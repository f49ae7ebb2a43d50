import type { Reason } from "@checkride/rules/answer";
import type { ReactNode } from "react";
import { keyed } from "../../design/keyed.ts";
import { RichText } from "../../design/rich-text.tsx";
import type { ExerciseOf } from "../body.ts";
import { callText } from "./call-text.ts";

type Holds = "open" | "holds" | "fails";

const looks: Readonly<Record<Holds, { readonly glyph: string; readonly word: string }>> = {
  open: { glyph: "○", word: "Not run yet" },
  holds: { glyph: "✓", word: "Holds" },
  fails: { glyph: "✕", word: "Does not hold" },
};

type CaseProps = {
  readonly holds: Holds;
  readonly says: ReactNode;
  readonly isHidden: boolean;
  readonly call: string | null;
  readonly why: ReactNode;
};

const Case = ({ holds, says, isHidden, call, why }: CaseProps) => (
  <li data-holds={holds}>
    <span className="run-glyph" aria-hidden="true">
      {looks[holds].glyph}
    </span>
    <div>
      <p>
        <span className="hidden-visually">{looks[holds].word}: </span>
        {says}
        {isHidden ? <span className="muted"> · hidden</span> : null}
      </p>
      {call === null ? null : <code className="run-call">{call}</code>}
      {why}
    </div>
  </li>
);

type RunCasesProps = {
  readonly exercise: ExerciseOf<"run">;
  readonly reasonFor: (about: string) => Reason | null;
};

const holdsOf = (reason: Reason | null): Holds => {
  if (reason === null) return "open";
  return reason.right ? "holds" : "fails";
};

/** What the code has to do, each as a sentence; open cases with the call, hidden ones without. */
export const RunCases = ({ exercise, reasonFor }: RunCasesProps) => {
  const { cases, language, calls } = exercise;
  if (cases.length === 0) return null;
  return (
    <ol className="run-cases" aria-label="What the code has to do">
      {keyed(cases).map(({ key, value: one }, place) => {
        const reason = reasonFor(`c${place + 1}`);
        return (
          <Case
            key={key}
            holds={holdsOf(reason)}
            says={<RichText text={one.says} />}
            isHidden={one.hidden}
            call={one.hidden ? null : callText({ ...one, language, calls })}
            why={
              reason && reason.why.length > 0 ? (
                <p className="run-why">
                  <RichText text={reason.why} />
                </p>
              ) : null
            }
          />
        );
      })}
    </ol>
  );
};
