import { CodeText } from "../design/code-text.tsx";
import { CodeFrame } from "../design/code-view.tsx";
import { keyed } from "../design/keyed.ts";
import { useCodeLines } from "../design/use-code-lines.ts";
import type { BodyProps } from "./body.ts";
import { toggled } from "./toggled.ts";
import { useRoving } from "./use-roving.ts";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";
import "./spot.css";

/** Lines as buttons: a press marks, another takes the mark away; arrow keys go from line to line. */
export const SpotLines = ({ exercise, draft, onDraft, reasonFor, isLocked }: BodyProps<"spot">) => {
  const { text, language, title } = exercise.exhibit ?? { text: "", language: "text", title: null };
  const lines = useCodeLines(text, language);
  const frame = useRoving<HTMLOListElement>();
  return (
    <CodeFrame title={title} language={language}>
      <ol ref={frame} className="spot-lines">
        {keyed(lines).map(({ key, value: line }, place) => {
          const at = String(place + 1);
          const isMarked = draft.marked.includes(at);
          const reason = reasonFor(at);
          const content = (
            <>
              <span className="spot-mark" aria-hidden="true">
                {isMarked ? "●" : ""}
              </span>
              <span className="spot-number">
                <span className="hidden-visually">Line </span>
                {at}
              </span>
              <code>
                <CodeText line={line} />
              </code>
            </>
          );
          const isBlank = line.every((token) => token.text.trim() === "");
          return (
            <li key={key} data-marked={isMarked || undefined} data-tone={toneOf(reason, isMarked)}>
              {isLocked || isBlank ? (
                <div className="spot-line">
                  {content}
                  {isMarked ? <span className="hidden-visually"> (marked)</span> : null}
                </div>
              ) : (
                <button
                  type="button"
                  className="spot-line"
                  aria-pressed={isMarked}
                  onClick={() => onDraft({ kind: "spot", marked: toggled(draft.marked, at) })}
                >
                  {content}
                </button>
              )}
              <Verdict reason={reason} isTaken={isMarked} />
            </li>
          );
        })}
      </ol>
    </CodeFrame>
  );
};
