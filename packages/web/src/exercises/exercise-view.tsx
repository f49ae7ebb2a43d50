import type { Answer, Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { useEffect, useRef } from "react";
import { Button } from "../design/button.tsx";
import { ProblemNote } from "../design/problem-note.tsx";
import { ExerciseBody } from "./exercise-body.tsx";
import { ExerciseFrame } from "./exercise-frame.tsx";
import { ExerciseResult } from "./exercise-result.tsx";
import { reasonsOf } from "./reasons.ts";
import { isJudged, sendWords, staysOpen } from "./result-words.ts";
import { useRunHere } from "./run/use-run-here.ts";
import { type ExerciseState, type Given, type Sent, useExercise } from "./use-exercise.ts";

type ExerciseViewProps = {
  readonly exercise: ShownExercise;
  /** The answer that was given before; null: none yet. */
  readonly given: Given | null;
  readonly onAnswer: (answer: Answer) => Promise<Sent>;
  /** The first answer counts and is the only one. */
  readonly isOnce?: boolean;
  readonly level?: 2 | 3;
};

const stateOf = (exercise: ShownExercise, marking: Marking | null) => {
  if (marking === null) return "open";
  if (!isJudged(exercise)) return "kept";
  return marking.right ? "right" : "wrong";
};

type ActionsProps = {
  readonly exercise: ShownExercise;
  readonly state: ExerciseState;
  readonly isOnce: boolean;
  readonly onSend: () => void;
};

const againWords = ({ kind }: ShownExercise, { right }: Marking): string | null => {
  if (kind === "write") return "Change my text";
  return right || staysOpen(kind) ? null : "Try again";
};

const Actions = ({ exercise, state, isOnce, onSend }: ActionsProps) => {
  const { view, marking, hint, isPending } = state;
  if (view === "solution") {
    return (
      <div className="row">
        <Button onPress={() => state.showSolution(false)}>Back to my answer</Button>
      </div>
    );
  }
  const marked = view === "marked" ? marking : null;
  const send = sendWords(exercise, marked !== null);
  const again = marked && !isOnce ? againWords(exercise, marked) : null;
  return (
    <div className="row">
      {send === null ? null : (
        <Button isPending={isPending} onPress={onSend}>
          {send}
        </Button>
      )}
      {again === null ? null : <Button onPress={state.tryAgain}>{again}</Button>}
      {marked && !marked.right && marked.solution ? (
        <Button variant="quiet" onPress={() => state.showSolution(true)}>
          Show what holds
        </Button>
      ) : null}
      <p className="exercise-hint" role="status">
        {isPending && exercise.kind === "run" ? "Running in the sandbox" : hint}
      </p>
    </div>
  );
};

/** After an answer the focus goes to what it earned; nothing is taken from somebody who only opens the page. */
const useFocusOnResult = (state: ExerciseState) => {
  const result = useRef<HTMLDivElement>(null);
  const wasPending = useRef(false);
  const { isPending, view } = state;
  useEffect(() => {
    if (wasPending.current && !isPending && view === "marked") result.current?.focus();
    wasPending.current = isPending;
  }, [isPending, view]);
  return result;
};

/** One exercise, whatever its kind: what is asked, what is answered, and what that earned, with its reasons. */
export const ExerciseView = ({
  exercise,
  given,
  onAnswer,
  isOnce = false,
  level = 3,
}: ExerciseViewProps) => {
  const state = useExercise(exercise, given, onAnswer);
  const result = useFocusOnResult(state);
  const here = useRunHere(exercise, state.draft);
  const send = () => {
    here.run();
    void state.send();
  };
  const { view, marking } = state;
  const isOpen = staysOpen(exercise.kind);
  const shownMarking = view === "marked" ? marking : null;
  return (
    <ExerciseFrame exercise={exercise} state={stateOf(exercise, shownMarking)} level={level}>
      {view === "solution" ? <p className="exercise-solution">What holds:</p> : null}
      <ExerciseBody
        exercise={exercise}
        draft={state.draft}
        onDraft={state.setDraft}
        reasonFor={reasonsOf(shownMarking)}
        isLocked={view === "solution" || (!isOpen && (view === "marked" || state.isPending))}
        ran={state.ran}
        here={here.ran}
        onRun={send}
      />
      <div aria-live="polite">
        {shownMarking ? (
          <ExerciseResult ref={result} exercise={exercise} marking={shownMarking} isOnce={isOnce} />
        ) : null}
      </div>
      {state.problem ? <ProblemNote problem={state.problem} /> : null}
      <Actions exercise={exercise} state={state} isOnce={isOnce} onSend={send} />
    </ExerciseFrame>
  );
};
