import type { Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import type { Ref } from "react";
import { Prose } from "../design/prose.tsx";
import { RichText } from "../design/rich-text.tsx";
import { resultWords } from "./result-words.ts";

type ExerciseResultProps = {
  readonly exercise: ShownExercise;
  readonly marking: Marking;
  readonly ref?: Ref<HTMLDivElement>;
};

const glyphOf = ({ kind }: ShownExercise, { right }: Marking): string => {
  if (kind === "predict" || kind === "write") return "–";
  return right ? "✓" : "✕";
};

/** The sentence that sums it up, and what is said after any answer. */
export const ExerciseResult = ({ exercise, marking, ref }: ExerciseResultProps) => (
  <div ref={ref} className="exercise-result" tabIndex={-1}>
    <p className="exercise-sum">
      <span aria-hidden="true">{glyphOf(exercise, marking)}</span>{" "}
      {resultWords(exercise.kind, marking)}
    </p>
    {marking.close ? (
      <p>
        <RichText text={marking.close} />
      </p>
    ) : null}
    {marking.reveal ? <Prose prose={marking.reveal} /> : null}
  </div>
);
