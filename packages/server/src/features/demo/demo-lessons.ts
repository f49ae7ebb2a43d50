import type { Course } from "./demo-history.ts";
import type { Dice } from "./demo-random.ts";

export type DemoLesson = {
  readonly id: string;
  readonly version: string;
  readonly minutes: number;
  readonly steps: readonly string[];
  /** Questions whose answer can be right. */
  readonly questions: number;
};

export type LessonDone = {
  readonly lesson: DemoLesson;
  readonly daysAgo: number;
  readonly rightAtFirst: number;
  readonly seconds: number;
};

/** Lessons in their order over the time of a course; whoever stopped had not come to the last ones. */
export const lessonsDone = (
  dice: Dice,
  course: Course,
  startedDaysAgo: number,
  lessons: readonly DemoLesson[],
): readonly LessonDone[] => {
  const begin = Math.min(course.from, Math.max(1, startedDaysAgo - 1));
  const end = Math.min(course.to, begin);
  const done = lessons.slice(0, Math.ceil(lessons.length * course.share));
  return done.map((lesson, index) => {
    const gone = done.length > 1 ? index / (done.length - 1) : 1;
    return {
      lesson,
      daysAgo: Math.max(0.1, begin - (begin - end) * gone),
      rightAtFirst: dice.between(Math.floor(lesson.questions / 2), lesson.questions),
      seconds: Math.round(lesson.minutes * 60 * (0.6 + dice.roll() * 0.7)),
    };
  });
};
