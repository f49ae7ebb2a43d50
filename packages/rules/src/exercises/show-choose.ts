import type { Choose, Option } from "../exercise.ts";
import type { ShownChoose, ShownThing } from "../shown-exercise.ts";
import type { Placed } from "./shuffle.ts";
import { shuffled } from "./shuffle.ts";

/** Ids are unique over both lists, because reasons name them without saying of which list they are. */
export const placeChoose = (
  { options, because }: Choose,
  seed: string,
): {
  readonly options: readonly Placed<Option>[];
  readonly because: readonly Placed<Option>[];
} => ({
  options: shuffled(options, seed),
  because: because === null ? [] : shuffled(because.options, `${seed} why`, options.length),
});

export const showChoose = (exercise: Choose, seed: string): ShownChoose => {
  const placed = placeChoose(exercise, seed);
  return {
    kind: "choose",
    many: exercise.many,
    options: placed.options.map(thingOf),
    because:
      exercise.because === null
        ? null
        : { ask: exercise.because.ask, options: placed.because.map(thingOf) },
  };
};

export const thingOf = ({ id, thing }: Placed<ShownThing | Pick<Option, "text">>): ShownThing => ({
  id,
  text: thing.text,
});
