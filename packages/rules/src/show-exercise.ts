import type { Exercise, Predict, RunCode, Slide } from "./exercise.ts";
import {
  placeGuesses,
  placeLefts,
  placeOrder,
  placeRights,
  placeSort,
} from "./exercises/place-things.ts";
import { showChoose, thingOf } from "./exercises/show-choose.ts";
import { showConfig } from "./exercises/show-config.ts";
import { showSpot } from "./exercises/show-spot.ts";
import type {
  ShownExercise,
  ShownPredict,
  ShownRun,
  ShownSlide,
  ShownWrite,
} from "./shown-exercise.ts";

/**
 * What a browser gets of an exercise: built field by field, so that nothing of the key can slip through. The same
 * seed shows the same, and an answer must be marked with the seed that it was shown with.
 */
export const showExercise = (exercise: Exercise, seed: string): ShownExercise => {
  const { id, ask, exhibit } = exercise;
  const own = `${seed} ${id}`;
  return { id, ask, exhibit: exhibit === null ? null : { ...exhibit }, ...showKind(exercise, own) };
};

type ShownKind = ShownExercise extends infer S
  ? S extends ShownExercise
    ? Omit<S, "id" | "ask" | "exhibit">
    : never
  : never;

const showKind = (exercise: Exercise, seed: string): ShownKind => {
  switch (exercise.kind) {
    case "choose":
      return showChoose(exercise, seed);
    case "sort": {
      const groups = exercise.groups.map(({ id, title }) => ({ id, title }));
      return { kind: "sort", groups, cards: placeSort(exercise, seed).map(thingOf) };
    }
    case "match":
      return {
        kind: "match",
        lefts: placeLefts(exercise, seed).map(thingOf),
        rights: placeRights(exercise, seed).map(thingOf),
      };
    case "order":
      return { kind: "order", cards: placeOrder(exercise, seed).map(thingOf) };
    case "spot":
      return showSpot(exercise);
    case "config":
      return showConfig(exercise, seed);
    case "slider":
      return showSlide(exercise);
    case "predict":
      return showPredict(exercise, seed);
    case "run":
      return showRun(exercise);
    case "write":
      return showWrite(exercise.fields);
  }
};

const showSlide = ({ sliders, results, curve, goals }: Slide): ShownSlide => ({
  kind: "slider",
  sliders,
  results,
  curve,
  goals,
});

const showPredict = ({ guess }: Predict, seed: string): ShownPredict => ({
  kind: "predict",
  guess:
    guess.kind === "number"
      ? { kind: "number", unit: guess.unit }
      : { kind: "one-of", options: placeGuesses(guess, seed).map(thingOf) },
});

const showRun = ({ language, before, start, calls, cases }: RunCode): ShownRun => ({
  kind: "run",
  language,
  before,
  start,
  calls,
  cases: cases.map(({ says, args, returns, hidden }) =>
    hidden ? { hidden: true, says } : { hidden: false, says, args, returns },
  ),
});

const showWrite = (fields: ShownWrite["fields"]): ShownWrite => ({
  kind: "write",
  fields: fields.map(({ id, title, lines, words }) => ({ id, title, lines, words })),
});
