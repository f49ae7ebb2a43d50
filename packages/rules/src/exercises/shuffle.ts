import type { Rich } from "../prose.ts";
import { inSeededOrder } from "../seeded-random.ts";

/** A thing to show, where it stands in the source and the id that it is shown under. */
export type Placed<T> = { readonly id: string; readonly index: number; readonly thing: T };

/**
 * An order of its own for each seed that does **not** depend on the order of the source: of cards to be put in order
 * or pairs to be joined that would be the key, and a seed that leaks must not give it away. Ids say only where a thing
 * is shown; `first` continues the letters of another list of the same exercise.
 */
export const shuffled = <T extends { readonly text: Rich }>(
  things: readonly T[],
  seed: string,
  first = 0,
): readonly Placed<T>[] =>
  inSeededOrder(
    things.map((thing, index) => ({ thing, index })),
    ({ thing }) => textOf(thing.text),
    seed,
  ).map((placed, place) => ({ ...placed, id: letter(first + place) }));

/** `a` to `z`, then `a2`, `b2`, … */
export const letter = (place: number): string => {
  const round = Math.floor(place / letters.length);
  return `${letters[place % letters.length] ?? "a"}${round === 0 ? "" : round + 1}`;
};

const letters = "abcdefghijklmnopqrstuvwxyz";

export const textOf = (text: Rich): string => JSON.stringify(text);

/** Texts that read the same are shown once: two of them would say that something belongs there twice. */
export const distinct = (texts: readonly Rich[]): readonly { readonly text: Rich }[] => [
  ...new Map(texts.map((text) => [textOf(text), { text }])).values(),
];
