import type { LessonPart, LessonStep, LessonView } from "@checkride/api/lessons";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { type Ref, useState } from "react";
import { Button } from "../../design/button.tsx";
import { keyed } from "../../design/keyed.ts";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Prose } from "../../design/prose.tsx";
import { ExerciseView } from "../../exercises/exercise-view.tsx";
import { useAct } from "../../shell/query.ts";
import { keepDraw } from "./lesson-cache.ts";
import { kindWords, titleOf } from "./lesson-words.ts";
import { PartLink } from "./part-link.tsx";
import type { LessonDesk } from "./use-lesson.ts";

type StepProps = {
  readonly lesson: LessonView;
  readonly step: LessonStep;
  readonly desk: LessonDesk;
};

const Exercise = ({
  lesson,
  desk,
  exercise,
}: Omit<StepProps, "step"> & { readonly exercise: ShownExercise }) => (
  <ExerciseView
    exercise={exercise}
    given={lesson.answers.find((answer) => answer.exercise === exercise.id) ?? null}
    onAnswer={(answer) => desk.answer(exercise.id, answer)}
  />
);

type DrawProps = StepProps & { readonly exercises: readonly ShownExercise[] };

const Draw = ({ lesson, step, desk, exercises }: DrawProps) => {
  const again = useAct("POST /api/lessons/{lesson}/draws");
  const [isDrawn, setDrawn] = useState(false);
  const answered = new Set(lesson.answers.map((answer) => answer.exercise));
  const isDone = exercises.every(({ id }) => answered.has(id));
  const draw = async () => {
    const drawn = await again.act({ params: { lesson: lesson.id } });
    if (!drawn.ok) return;
    keepDraw(lesson.id, step.id, drawn.value.exercises);
    setDrawn(true);
  };
  return (
    <>
      {exercises.map((exercise) => (
        <Exercise key={exercise.id} lesson={lesson} desk={desk} exercise={exercise} />
      ))}
      {again.problem ? <ProblemNote problem={again.problem} /> : null}
      {isDone && exercises.length > 0 ? (
        <div>
          <Button isPending={again.isPending} onPress={() => void draw()}>
            Draw other questions
          </Button>
        </div>
      ) : null}
      <p className="hidden-visually" role="status">
        {isDrawn && !isDone ? "Other questions were drawn." : ""}
      </p>
    </>
  );
};

const Part = ({ part, ...props }: StepProps & { readonly part: LessonPart }) => {
  switch (part.kind) {
    case "prose":
      return <Prose prose={part.prose} />;
    case "exercise":
      return <Exercise {...props} exercise={part.exercise} />;
    case "draw":
      return <Draw {...props} exercises={part.exercises} />;
    case "lab":
      return <PartLink kind="lab" to={part.lab} />;
    case "case":
      return <PartLink kind="case" to={part.case} />;
    case "document":
      return <PartLink kind="document" to={part.document} />;
  }
};

type StepViewProps = StepProps & { readonly heading: Ref<HTMLHeadingElement> };

export const StepView = ({ heading, ...props }: StepViewProps) => {
  const { step } = props;
  return (
    <>
      <header className="step-head" data-kind={step.kind}>
        <p className="step-kind">
          {kindWords[step.kind]} · {step.minutes} min
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {titleOf(step)}
        </h2>
      </header>
      {keyed(step.parts).map(({ key, value }) => (
        <Part key={value.kind === "exercise" ? value.exercise.id : key} {...props} part={value} />
      ))}
    </>
  );
};
