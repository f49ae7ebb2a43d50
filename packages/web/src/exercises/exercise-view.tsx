import type { Answer, Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { useEffect, useId, useRef } from "react";
import { Button } from "../design/button.tsx";
import { CodeView } from "../design/code-view.tsx";
import { ProblemNote } from "../design/problem-note.tsx";
import { RichText } from "../design/rich-text.tsx";
import { ExerciseBody } from "./exercise-body.tsx";
import { ExerciseResult } from "./exercise-result.tsx";
import { reasonsOf } from "./reasons.ts";
import { isJudged, kindWords, sendWords, staysOpen } from "./result-words.ts";
import { useRunHere } from "./run/use-run-here.ts";
import { type ExerciseState, type Given, type Sent, useExercise } from "./use-exercise.ts";
import "./exercise.css";
import "./kinds.css";
import "./working.css";

type ExerciseViewProps = {
  readonly exercise: ShownExercise;
  /** The answer that was given before; null: none yet. */
  readonly given: Given | null;
  readonly onAnswer: (answer: Answer) => Promise<Sent>;
};

/** Shown once in the exercise itself where lines are marked, else above what is asked about it. */
const hasOwnExhibit = (exercise: ShownExercise): boolean =>
  exercise.kind === "spot" && exercise.diagram === null;

const kickerOf = (exercise: ShownExercise): string => {
  if (exercise.kind === "choose" && exercise.many) return "Choose all that hold";
  return exercise.kind === "spot" ? `Mark ${exercise.count}` : kindWords[exercise.kind];
};

const stateOf = (exercise: ShownExercise, marking: Marking | null): string => {
  if (marking === null) return "open";
  if (!isJudged(exercise)) return "kept";
  return marking.right ? "right" : "wrong";
};

type ActionsProps = {
  readonly exercise: ShownExercise;
  readonly state: ExerciseState;
  readonly onSend: () => void;
};

const againWords = ({ kind }: ShownExercise, { right }: Marking): string | null => {
  if (kind === "write") return "Change my text";
  return right || staysOpen(kind) ? null : "Try again";
};

const Actions = ({ exercise, state, onSend }: ActionsProps) => {
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
  const again = marked ? againWords(exercise, marked) : null;
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
export const ExerciseView = ({ exercise, given, onAnswer }: ExerciseViewProps) => {
  const id = useId();
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
    <section
      className="exercise"
      aria-labelledby={`${id}-ask`}
      data-kind={exercise.kind}
      data-state={stateOf(exercise, shownMarking)}
    >
      <p className="exercise-kind">{kickerOf(exercise)}</p>
      <h3 id={`${id}-ask`} className="exercise-ask">
        <RichText text={exercise.ask} />
      </h3>
      {exercise.exhibit && !hasOwnExhibit(exercise) ? <CodeView {...exercise.exhibit} /> : null}
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
          <ExerciseResult ref={result} exercise={exercise} marking={shownMarking} />
        ) : null}
      </div>
      {state.problem ? <ProblemNote problem={state.problem} /> : null}
      <Actions exercise={exercise} state={state} onSend={send} />
    </section>
  );
};
