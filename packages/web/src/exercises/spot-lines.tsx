import { useState } from "react";
import { CodeText } from "../design/code-text.tsx";
import { CodeFrame } from "../design/code-view.tsx";
import { keyed } from "../design/keyed.ts";
import { SearchField } from "../design/search-field.tsx";
import { useCodeLines } from "../design/use-code-lines.ts";
import type { BodyProps } from "./body.ts";
import { toggled } from "./toggled.ts";
import { useRoving } from "./use-roving.ts";
import { Verdict } from "./verdict.tsx";
import { toneOf } from "./verdict-look.ts";
import "./spot.css";

/** From so many lines on a list scrolls by itself and can be searched: a log is read that way. */
const longFrom = 60;

/** Lines as buttons: a press marks, another takes the mark away; arrow keys go from line to line. */
export const SpotLines = ({ exercise, draft, onDraft, reasonFor, isLocked }: BodyProps<"spot">) => {
  const { text, language, title } = exercise.exhibit ?? { text: "", language: "text", title: null };
  const lines = useCodeLines(text, language);
  const frame = useRoving<HTMLOListElement>();
  const [words, setWords] = useState("");
  const isLong = lines.length >= longFrom;
  return (
    <CodeFrame title={title} language={language}>
      {isLong ? (
        <div className="spot-search">
          <SearchField label="Show only lines with" value={words} onSettled={setWords} />
        </div>
      ) : null}
      <ol ref={frame} className="spot-lines" data-long={isLong || undefined}>
        {keyed(lines).map(({ key, value: line }, place) => {
          const at = String(place + 1);
          const isMarked = draft.marked.includes(at);
          const reason = reasonFor(at);
          const isSought = line
            .map((token) => token.text)
            .join("")
            .includes(words);
          // What was marked stays in sight: it is the answer so far.
          if (!isSought && !isMarked && !reason) return null;
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
