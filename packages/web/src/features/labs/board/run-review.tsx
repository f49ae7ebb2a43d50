import type { Board, BoardEntry } from "@checkride/rules/labs/board";
import { CodeView } from "../../../design/code-view.tsx";
import { EntryList } from "./entry-list.tsx";
import "./board.css";

type RunReviewProps = {
  readonly board: Board;
  /** By the ids of moves; `response` and `expert` are about the whole run. */
  readonly review: Readonly<Record<string, string>>;
};

/** The run as it was led, with a reason beneath each move, and another way through it. */
export const RunReview = ({ board, review }: RunReviewProps) => {
  const { response, expert } = review;
  const note = ({ kind, move }: BoardEntry) => {
    const reason = kind === "move" && move !== null ? review[move] : undefined;
    return reason === undefined ? null : <p className="board-reason">{reason}</p>;
  };
  return (
    <div className="board">
      {response === undefined ? null : <p className="board-situation">{response}</p>}
      <h3>Your run</h3>
      <EntryList begins={board.begins} entries={board.entries} label="Your run" note={note} />
      {expert === undefined ? null : (
        <CodeView title="An expert's way" language="text" text={expert} />
      )}
    </div>
  );
};
