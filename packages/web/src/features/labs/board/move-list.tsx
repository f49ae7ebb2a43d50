import type { Problem } from "@checkride/api/problems";
import type { Json } from "@checkride/rules/exercise";
import type { Move } from "@checkride/rules/labs/board";
import { useId } from "react";
import { Button } from "../../../design/button.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { type AskedAnswers, countAnswered } from "../asked/answers.ts";
import { AskedList } from "../asked/asked-list.tsx";
import { durationText, groupMoves } from "./board-words.ts";

/** Which move is being prepared, and what was answered for it so far; it is kept while papers are read. */
export type Prepared = { readonly move: string; readonly answers: AskedAnswers };

type MoveListProps = {
  readonly moves: readonly Move[];
  readonly prepared: Prepared | null;
  readonly onPrepare: (prepared: Prepared | null) => void;
  readonly onMake: (prepared: Prepared) => void;
  readonly isPending: boolean;
  readonly problem: Problem | null;
};

/** What can be done now, each with its price in minutes. */
export const MoveList = (props: MoveListProps) => (
  <div className="board-moves">
    {groupMoves(props.moves).map(({ title, moves }) => (
      <section key={title} aria-label={title}>
        <h3>{title}</h3>
        <ul>
          {moves.map((move) => (
            <MoveRow key={move.id} move={move} {...props} />
          ))}
        </ul>
      </section>
    ))}
  </div>
);

const MoveRow = ({
  move,
  prepared,
  onPrepare,
  ...rest
}: MoveListProps & { readonly move: Move }) => {
  const panel = useId();
  const own = prepared?.move === move.id ? prepared : null;
  return (
    <li data-open={own !== null || undefined}>
      <button
        type="button"
        className="board-move"
        data-move={move.id}
        aria-expanded={own !== null}
        aria-controls={panel}
        onClick={() => onPrepare(own === null ? { move: move.id, answers: {} } : null)}
      >
        <span>{move.title}</span>
        <span className="board-price">{durationText(move.minutes)}</span>
      </button>
      <div id={panel} hidden={own === null}>
        {own === null ? null : <Preparing move={move} own={own} onPrepare={onPrepare} {...rest} />}
      </div>
    </li>
  );
};

type PreparingProps = Pick<MoveListProps, "onPrepare" | "onMake" | "isPending" | "problem"> & {
  readonly move: Move;
  readonly own: Prepared;
};

const Preparing = ({ move, own, onPrepare, onMake, isPending, problem }: PreparingProps) => {
  const answer = (question: string, value: Json) =>
    onPrepare({ ...own, answers: { ...own.answers, [question]: value } });
  const open = move.asks.length - countAnswered(move.asks, own.answers);
  return (
    <div className="board-preparing">
      {move.asks.length === 0 ? null : (
        <AskedList asked={move.asks} answers={own.answers} onAnswer={answer} />
      )}
      <div className="row">
        <Button
          variant="go"
          isPending={isPending}
          isDisabled={open > 0}
          onPress={() => onMake(own)}
        >
          Do it: {durationText(move.minutes)}
        </Button>
        <p className="board-note">
          {open > 0 ? `${open === 1 ? "One question is" : `${open} questions are`} open. ` : ""}
          This cannot be taken back.
        </p>
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </div>
  );
};
