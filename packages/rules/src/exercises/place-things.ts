import type { Match, Order, Predict, Sort } from "../exercise.ts";
import type { Rich } from "../prose.ts";
import type { Placed } from "./shuffle.ts";
import { distinct, shuffled } from "./shuffle.ts";

/** Where things stand when they are shown: showing and marking must agree on it. */

export const placeSort = (
  { cards }: Sort,
  seed: string,
): readonly Placed<Sort["cards"][number]>[] => shuffled(cards, seed);

export const placeOrder = (
  { cards }: Order,
  seed: string,
): readonly Placed<Order["cards"][number]>[] => shuffled(cards, seed);

type Pair = Match["pairs"][number];

export const placeLefts = (
  { pairs }: Match,
  seed: string,
): readonly Placed<Pair & { readonly text: Rich }>[] =>
  shuffled(
    pairs.map((pair) => ({ ...pair, text: pair.left })),
    seed,
  );

export const placeRights = (
  { pairs, extra }: Match,
  seed: string,
): readonly Placed<{ readonly text: Rich }>[] =>
  shuffled(
    distinct([...pairs.map(({ right }) => right), ...extra]),
    `${seed} rights`,
    pairs.length,
  );

export const placeGuesses = (
  guess: Extract<Predict["guess"], { readonly kind: "one-of" }>,
  seed: string,
): readonly Placed<{ readonly text: Rich }>[] =>
  shuffled(
    guess.options.map((text) => ({ text })),
    seed,
  );
