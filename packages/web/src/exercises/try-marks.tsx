import { keyed } from "../design/keyed.ts";
import "./try-marks.css";

type Mark = "right" | "wrong" | "given";

type TryMarksProps = {
  readonly of: number;
  readonly marks: readonly Mark[];
  /** The next question is on the page; not while the reasons of the last one are read. */
  readonly isAsking: boolean;
};

const words = { right: "right", wrong: "not right", given: "answered" } as const;
const glyphs = { right: "✓", wrong: "✕", given: "●" } as const;

/** How far a try has come: a mark for each answer, an empty place for each question that is left. */
export const TryMarks = ({ of, marks, isAsking }: TryMarksProps) => (
  <ol className="try-marks" aria-label={`${marks.length} of ${of} answered`}>
    {keyed(marks).map(({ key, value }) => (
      <li key={key} data-mark={value}>
        <span aria-hidden="true">{glyphs[value]}</span>
        <span className="hidden-visually">{words[value]}</span>
      </li>
    ))}
    {Array.from({ length: Math.max(0, of - marks.length) }, (_, place) => `open-${place}`).map(
      (key, place) => (
        <li key={key} aria-current={isAsking && place === 0 ? "step" : undefined}>
          <span className="hidden-visually">{isAsking && place === 0 ? "this one" : "open"}</span>
        </li>
      ),
    )}
  </ol>
);
