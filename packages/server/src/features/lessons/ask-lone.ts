import type { GivenAnswer } from "@checkride/api/given-answers";
import type { Exercise } from "@checkride/rules/exercise";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import type { Question } from "./answer-question.ts";
import { askedOf } from "./asked.ts";
import type { LessonDeps } from "./deps.ts";
import { answerView, shown } from "./marking.ts";
import { seedOf } from "./seed-of.ts";
import { mineKey } from "./store.ts";

type Lone = { readonly exercise: Exercise; readonly place: string; readonly person: string };

/** A single question outside of a lesson, asked and kept in the same way. */
export const askLone = (deps: LessonDeps, { exercise, place, person }: Lone) => {
  const asked = askedOf(exercise);
  const question: Question = { asked, person, place, seed: seedOf(deps.shuffleKey, person, place) };
  return {
    question,
    show: (): ShownExercise => shown(asked, question.seed),
    given: async (): Promise<GivenAnswer | null> => {
      const mine = await deps.readMine(mineKey(person, place));
      const row = mine?.answers.find(
        (one) => one.exercise === exercise.id && one.exerciseVersion === asked.version,
      );
      return row ? answerView(asked, row, question.seed) : null;
    },
  };
};
