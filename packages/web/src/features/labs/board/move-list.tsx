import type { Problem } from "@checkride/api/problems";
import type { MadeMove, Move } from "@checkride/rules/labs/board";
import { useId } from "react";
import { Button } from "../../../design/button.tsx";
import { ProblemNote } from "../../../design/problem-note.tsx";
import { countAnswered } from "../asked/answers.ts";
import { AskedList } from "../asked/asked-list.tsx";
import { durationText, groupMoves } from "./board-words.ts";
import { type Prepared, withPreparedAnswer } from "./prepared.ts";

type MoveListProps = {
  readonly moves: readonly Move[];
  readonly prepared: Prepared;
  readonly onPrepare: (change: (before: Prepared) => Prepared) => void;
  readonly onMake: (made: MadeMove) => void;
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

const MoveRow = ({ move, ...props }: MoveListProps & { readonly move: Move }) => {
  const panel = useId();
  const { prepared, onPrepare } = props;
  const isOpen = prepared.open === move.id;
  return (
    <li data-open={isOpen || undefined}>
      <button
        type="button"
        className="board-move"
        data-move={move.id}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => onPrepare((before) => ({ ...before, open: isOpen ? null : move.id }))}
      >
        <span>{move.title}</span>
        <span className="board-price">{durationText(move.minutes)}</span>
      </button>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? <Preparing move={move} {...props} /> : null}
      </div>
    </li>
  );
};

const Preparing = (props: MoveListProps & { readonly move: Move }) => {
  const { move, prepared, onPrepare, onMake, isPending, problem } = props;
  const answers = prepared.answers[move.id] ?? {};
  const open = move.asks.length - countAnswered(move.asks, answers);
  return (
    <div className="board-preparing">
      {move.asks.length === 0 ? null : (
        <AskedList
          asked={move.asks}
          answers={answers}
          onAnswer={(question, value) =>
            onPrepare((before) => withPreparedAnswer(before, move.id, question, value))
          }
        />
      )}
      <div className="row">
        <Button
          variant="go"
          isPending={isPending}
          isDisabled={open > 0}
          onPress={() => onMake({ move: move.id, answers })}
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
