import type { CodeRun } from "@checkride/api/given-answers";
import type { Answer, Reason } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { ChooseBody } from "./choose-body.tsx";
import { ConfigBody } from "./config-body.tsx";
import { MatchBody } from "./match-body.tsx";
import { OrderBody } from "./order-body.tsx";
import { PredictBody } from "./predict-body.tsx";
import type { Ran } from "./run/messages.ts";
import { RunBody } from "./run/run-body.tsx";
import { SliderBody } from "./slider-body.tsx";
import { SortBody } from "./sort-body.tsx";
import { SpotBody } from "./spot-body.tsx";
import { WriteBody } from "./write-body.tsx";

type ExerciseBodyProps = {
  readonly exercise: ShownExercise;
  readonly draft: Answer;
  readonly onDraft: (draft: Answer) => void;
  readonly reasonFor: (about: string) => Reason | null;
  readonly isLocked: boolean;
  /** What running the learner's code came to, the last time. */
  readonly ran: CodeRun | null;
  /** What it printed in this browser, where it runs here. */
  readonly here: Ran | null;
  readonly onRun: () => void;
};

/** The part that differs from kind to kind. An answer of another kind than the exercise draws nothing. */
export const ExerciseBody = ({ exercise, draft, ran, here, onRun, ...rest }: ExerciseBodyProps) => {
  if (exercise.kind === "choose" && draft.kind === "choose")
    return <ChooseBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "sort" && draft.kind === "sort")
    return <SortBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "match" && draft.kind === "match")
    return <MatchBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "order" && draft.kind === "order")
    return <OrderBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "spot" && draft.kind === "spot")
    return <SpotBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "config" && draft.kind === "config")
    return <ConfigBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "slider" && draft.kind === "slider")
    return <SliderBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "predict" && draft.kind === "predict")
    return <PredictBody {...rest} exercise={exercise} draft={draft} />;
  if (exercise.kind === "run" && draft.kind === "run")
    return (
      <RunBody {...rest} exercise={exercise} draft={draft} ran={ran} here={here} onRun={onRun} />
    );
  if (exercise.kind === "write" && draft.kind === "write")
    return <WriteBody {...rest} exercise={exercise} draft={draft} />;
  return null;
};
