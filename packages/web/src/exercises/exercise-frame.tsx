import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { type ReactNode, useId } from "react";
import { CodeView } from "../design/code-view.tsx";
import { RichText } from "../design/rich-text.tsx";
import { kindWords } from "./result-words.ts";
import "./exercise.css";
import "./kinds.css";
import "./working.css";

type ExerciseFrameProps = {
  readonly exercise: ShownExercise;
  readonly state: "open" | "kept" | "right" | "wrong";
  /** Of its heading on the page that it stands on. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
};

/** Shown once in the exercise itself where lines are marked, else above what is asked about it. */
const hasOwnExhibit = (exercise: ShownExercise): boolean =>
  exercise.kind === "spot" && exercise.diagram === null;

const kickerOf = (exercise: ShownExercise): string => {
  if (exercise.kind === "choose" && exercise.many) return "Choose all that hold";
  return exercise.kind === "spot" ? `Mark ${exercise.count}` : kindWords[exercise.kind];
};

/** What is asked, with what it is about; what is done with it stands below. */
export const ExerciseFrame = ({ exercise, state, level = 3, children }: ExerciseFrameProps) => {
  const Heading = level === 2 ? "h2" : "h3";
  const id = useId();
  return (
    <section
      className="exercise"
      aria-labelledby={`${id}-ask`}
      data-kind={exercise.kind}
      data-state={state}
    >
      <p className="exercise-kind">{kickerOf(exercise)}</p>
      <Heading id={`${id}-ask`} className="exercise-ask">
        <RichText text={exercise.ask} />
      </Heading>
      {exercise.exhibit && !hasOwnExhibit(exercise) ? <CodeView {...exercise.exhibit} /> : null}
      {children}
    </section>
  );
};
