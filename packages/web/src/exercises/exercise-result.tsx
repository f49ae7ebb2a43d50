import type { Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import type { Ref } from "react";
import { Prose } from "../design/prose.tsx";
import { RichText } from "../design/rich-text.tsx";
import { isJudged, resultWords } from "./result-words.ts";

type ExerciseResultProps = {
  readonly exercise: ShownExercise;
  readonly marking: Marking;
  /** There is no other try at it. */
  readonly isOnce: boolean;
  readonly ref?: Ref<HTMLDivElement>;
};

const glyphOf = (exercise: ShownExercise, { right }: Marking): string => {
  if (!isJudged(exercise)) return "–";
  return right ? "✓" : "✕";
};

/** The sentence that sums it up; of a guess, how near it was. */
const Sum = ({ exercise, marking, isOnce }: Omit<ExerciseResultProps, "ref">) => {
  const [first] = marking.reasons;
  return exercise.kind === "predict" && first ? (
    <RichText text={first.why} />
  ) : (
    resultWords(exercise, marking, isOnce)
  );
};

/** What it came to, what is said after any answer, and what is shown only now. */
export const ExerciseResult = ({ exercise, marking, isOnce, ref }: ExerciseResultProps) => (
  <div ref={ref} className="exercise-result" tabIndex={-1}>
    <p className="exercise-sum">
      <span aria-hidden="true">{glyphOf(exercise, marking)}</span>{" "}
      <Sum exercise={exercise} marking={marking} isOnce={isOnce} />
    </p>
    {marking.close ? (
      <p>
        <RichText text={marking.close} />
      </p>
    ) : null}
    {marking.reveal ? <Prose prose={marking.reveal} /> : null}
  </div>
);
