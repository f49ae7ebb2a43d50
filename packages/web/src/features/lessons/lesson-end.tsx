import type { LessonView } from "@checkride/api/lessons";
import { Link } from "@tanstack/react-router";
import type { Ref } from "react";
import { LinkButton } from "../../design/link-button.tsx";
import { NextThing } from "../../design/next-thing.tsx";
import { richWords } from "../../design/rich-words.ts";
import { isJudged } from "../../exercises/result-words.ts";
import { exercisesOf, firstTries, kindWords, openThings } from "./lesson-words.ts";

type LessonEndProps = {
  readonly lesson: LessonView;
  readonly heading: Ref<HTMLHeadingElement>;
};

/** Exercises without an answer and steps that were not gone through, in the order of the lesson. */
const Open = ({ lesson }: { readonly lesson: LessonView }) => (
  <ul className="end-list">
    {openThings(lesson).map(({ key, step, words }) => (
      <li key={key}>
        <span aria-hidden="true">○</span>
        <Link to="." search={{ step: step.id }} resetScroll={false}>
          {kindWords[step.kind]}: {words}
        </Link>
      </li>
    ))}
  </ul>
);

const tryWords = (tries: number, isRight: boolean): string => {
  if (!isRight) return "not right yet";
  return tries === 1 ? "right at first" : `right at try ${tries}`;
};

/** Exercise by exercise, for whoever wants to see where they stumbled; nobody else does. */
const Tries = ({ lesson }: { readonly lesson: LessonView }) => {
  const rows = lesson.steps.flatMap((step) =>
    exercisesOf(step).flatMap((exercise) => {
      const answer = lesson.answers.find((one) => one.exercise === exercise.id);
      return answer && isJudged(exercise) ? [{ step, exercise, answer }] : [];
    }),
  );
  return rows.length === 0 ? null : (
    <ul className="end-list">
      {rows.map(({ step, exercise, answer }) => (
        <li key={exercise.id} data-right={answer.marking.right}>
          <span aria-hidden="true">{answer.marking.right ? "✓" : "✕"}</span>
          <span>
            <Link to="." search={{ step: step.id }} resetScroll={false}>
              {richWords(exercise.ask)}
            </Link>{" "}
            <span className="muted">
              {answer.rightAtFirst
                ? "right at first"
                : tryWords(answer.tries, answer.marking.right)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
};

const Next = ({ lesson }: { readonly lesson: LessonView }) => {
  const { next, module: own } = lesson;
  if (!next) {
    return (
      <NextThing
        kicker="Module"
        title="That was the last lesson here"
        level={3}
        action={
          <LinkButton to="/modules/$module" params={{ module: own.id }} variant="go">
            {own.title}
          </LinkButton>
        }
      >
        Its module lists the labs and what else leads on.
      </NextThing>
    );
  }
  return (
    <NextThing
      kicker={`Lesson · ${next.minutes} min${next.module.id === own.id ? "" : ` · ${next.module.title}`}`}
      title={next.title}
      level={3}
      action={
        <LinkButton to="/lessons/$lesson" params={{ lesson: next.id }} variant="go">
          Begin the lesson
        </LinkButton>
      }
    />
  );
};

/** What came of it: the claim stands above; here what was right at first, today's task and what is next. */
export const LessonEnd = ({ lesson, heading }: LessonEndProps) => {
  const isDone = lesson.progress.state === "done";
  const { right, of } = firstTries(lesson);
  return (
    <>
      <header className="step-head">
        <p className="step-kind">{isDone ? "Done" : "Not done yet"}</p>
        <h2 ref={heading} tabIndex={-1}>
          {isDone ? "The sentence above is yours to defend." : "This much is still open."}
        </h2>
      </header>
      {isDone ? null : <Open lesson={lesson} />}
      {of > 0 && lesson.answers.length > 0 ? (
        <section className="end-part" aria-label="First tries">
          <h3>
            {right} of {of} right at first
          </h3>
          <Tries lesson={lesson} />
        </section>
      ) : null}
      {lesson.today ? (
        <section className="end-part" aria-label="Today">
          <h3>Today</h3>
          <p>{lesson.today}</p>
        </section>
      ) : null}
      {isDone ? <Next lesson={lesson} /> : null}
    </>
  );
};
