import type { Board, Clock } from "@checkride/rules/labs/board";
import { timeOfDay } from "@checkride/rules/labs/time-of-day";
import { Pill } from "../../../design/pill.tsx";
import { clockLook, durationText } from "./board-words.ts";

type ClockRowProps = { readonly clock: Clock; readonly board: Board };

const ClockRow = ({ clock, board }: ClockRowProps) => {
  const { tone, glyph, words } = clockLook(clock, board);
  return (
    <li>
      <span>{clock.title}</span>
      <time>{timeOfDay(board.begins, clock.atMinute)}</time>
      <Pill tone={tone} glyph={glyph}>
        {words}
      </Pill>
    </li>
  );
};

/** What time it is there, how things stand, and what runs out when. */
export const BoardHead = ({ board }: { readonly board: Board }) => (
  <header className="board-head">
    <div role="status" className="board-now">
      <p className="board-time">
        <time>{timeOfDay(board.begins, board.minute)}</time>
        <span>{board.minute === 0 ? "it begins" : `${durationText(board.minute)} in`}</span>
      </p>
      <p className="board-situation">{board.situation}</p>
    </div>
    <ul className="board-clocks" aria-label="Clocks">
      {board.clocks.map((clock) => (
        <ClockRow key={clock.id} clock={clock} board={board} />
      ))}
    </ul>
    {board.ended ? null : (
      <p className="board-note">
        Only moves let time pass. Read and think for as long as you like.
      </p>
    )}
  </header>
);
