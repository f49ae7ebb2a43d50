import type { LessonStep, LessonView } from "@checkride/api/lessons";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { richWords } from "../../design/rich-words.ts";
import { isJudged } from "../../exercises/result-words.ts";

export const kindWords: Readonly<Record<LessonStep["kind"], string>> = {
  know: "Know",
  see: "See",
  attack: "Attack",
  repair: "Repair",
  try: "Try",
  today: "Today",
};

/** Authors write a title as the end of "See: the line you did not type"; alone it begins a line of its own. */
export const titleOf = ({ title }: Pick<LessonStep, "title">): string =>
  title.charAt(0).toUpperCase() + title.slice(1);

/** The place after the last step: what came of the lesson. */
export const endStep = "end";

/** Where somebody is: as the address says, else where they left it, else at the beginning. */
export const placeOf = (
  lesson: Pick<LessonView, "steps" | "progress">,
  asked: string | undefined,
): string => {
  const ids = lesson.steps.map((step) => step.id);
  if (asked === endStep || (asked !== undefined && ids.includes(asked))) return asked;
  const { at, state } = lesson.progress;
  return state === "underway" && at !== null && ids.includes(at) ? at : (ids[0] ?? endStep);
};

/** The places before and after this one; null at the ends. */
export const around = (
  lesson: Pick<LessonView, "steps">,
  place: string,
): { readonly before: string | null; readonly after: string | null } => {
  const places = [...lesson.steps.map((step) => step.id), endStep];
  const at = places.indexOf(place);
  return { before: places[at - 1] ?? null, after: places[at + 1] ?? null };
};

export const exercisesOf = (step: LessonStep): readonly ShownExercise[] =>
  step.parts.flatMap((part) => {
    if (part.kind === "exercise") return [part.exercise];
    return part.kind === "draw" ? part.exercises : [];
  });

export type OpenThing = {
  readonly key: string;
  readonly step: LessonStep;
  readonly words: string;
};

/** What keeps a lesson from being done: exercises without an answer, and steps that were not gone through. */
export const openThings = (
  lesson: Pick<LessonView, "steps" | "answers" | "progress">,
): readonly OpenThing[] => {
  const answered = new Set(lesson.answers.map((answer) => answer.exercise));
  return lesson.steps.flatMap((step): readonly OpenThing[] => {
    const open = exercisesOf(step).filter((exercise) => !answered.has(exercise.id));
    if (open.length > 0) {
      return open.map(({ id, ask }) => ({ key: `${step.id} ${id}`, step, words: richWords(ask) }));
    }
    return lesson.progress.seen.includes(step.id)
      ? []
      : [{ key: step.id, step, words: titleOf(step) }];
  });
};

/** What was right at first, of what can be right or wrong: a guess or a text of one's own cannot. */
export const firstTries = (
  lesson: Pick<LessonView, "steps" | "answers">,
): { readonly right: number; readonly of: number } => {
  const judged = new Set(
    lesson.steps
      .flatMap(exercisesOf)
      .filter(isJudged)
      .map(({ id }) => id),
  );
  const answers = lesson.answers.filter((answer) => judged.has(answer.exercise));
  return { right: answers.filter((answer) => answer.rightAtFirst).length, of: judged.size };
};
