import type { Answer } from "../answer.ts";
import type { Match, Order, Sort } from "../exercise.ts";
import { ok } from "../result.ts";
import type { MarksOrUnfit } from "./marks.ts";
import { filledIn, marksOf, picked, unfit } from "./marks.ts";
import { placeLefts, placeOrder, placeRights, placeSort } from "./place-things.ts";
import type { Placed } from "./shuffle.ts";
import { textOf } from "./shuffle.ts";

type AnswerOf<K extends Answer["kind"]> = Extract<Answer, { readonly kind: K }>;

export const markSort = (exercise: Sort, seed: string, answer: AnswerOf<"sort">): MarksOrUnfit => {
  const cards = placeSort(exercise, seed);
  const given = filledIn(
    answer.groupOf,
    cards.map(({ id }) => id),
    "card",
  );
  if (!given.ok) return given;
  const strange = [...given.value.values()].find(
    (group) => !exercise.groups.some(({ id }) => id === group),
  );
  if (strange !== undefined) return unfit(`There is no group \`${strange}\` here.`);
  const groupOf = Object.fromEntries(cards.map(({ id, thing }) => [id, thing.groups[0] ?? ""]));
  return marksOf(
    cards.map(({ id, thing }) => ({
      about: id,
      right: thing.groups.includes(given.value.get(id) ?? ""),
      why: thing.why,
    })),
    { kind: "sort", groupOf },
  );
};

export const markMatch = (
  exercise: Match,
  seed: string,
  answer: AnswerOf<"match">,
): MarksOrUnfit => {
  const lefts = placeLefts(exercise, seed);
  const rights = placeRights(exercise, seed);
  const given = filledIn(
    answer.rightOf,
    lefts.map(({ id }) => id),
    "left side",
  );
  if (!given.ok) return given;
  const strange = [...given.value.values()].find((right) => !rights.some(({ id }) => id === right));
  if (strange !== undefined) return unfit(`There is no right side \`${strange}\` here.`);
  const rightOf = new Map(
    lefts.map(({ id, thing }) => [
      id,
      rights.find((right) => textOf(right.thing.text) === textOf(thing.right))?.id ?? "",
    ]),
  );
  return marksOf(
    lefts.map(({ id, thing }) => ({
      about: id,
      right: given.value.get(id) === rightOf.get(id),
      why: thing.why,
    })),
    { kind: "match", rightOf: Object.fromEntries(rightOf) },
  );
};

type Card = Order["cards"][number];

export const markOrder = (
  exercise: Order,
  seed: string,
  { cards: given }: AnswerOf<"order">,
): MarksOrUnfit => {
  const cards = placeOrder(exercise, seed);
  const wrong = picked(
    given,
    cards.map(({ id }) => id),
    "card",
  );
  if (wrong !== null) return { ok: false, error: wrong };
  if (given.length !== cards.length) return unfit("Put every card into the order.");
  const byId = new Map(cards.map((card) => [card.id, card]));
  const order = given.flatMap((id) => byId.get(id) ?? []);
  const solved = cards.toSorted((a, b) => a.thing.rank - b.thing.rank || a.index - b.index);
  const inPlace = order.map(
    ({ thing }, place) => thing.rank === (solved[place]?.thing.rank ?? Number.NaN),
  );
  return ok({
    share: shareInOrder(order),
    right: inPlace.every(Boolean),
    reasons: order.map(({ id, thing }, place) => ({
      about: id,
      right: inPlace[place] === true,
      why: thing.why,
    })),
    solution: { kind: "order", cards: solved.map(({ id }) => id) },
  });
};

/** Pairs that stand the right way round: one card in a wrong place does not make all others wrong. */
const shareInOrder = (order: readonly Placed<Card>[]): number => {
  let pairs = 0;
  let rights = 0;
  order.forEach((card, place) => {
    for (const later of order.slice(place + 1)) {
      if (card.thing.rank === later.thing.rank) continue;
      pairs += 1;
      if (card.thing.rank < later.thing.rank) rights += 1;
    }
  });
  if (pairs === 0) return 1;
  // By chance half of the pairs are right, so half earns nothing.
  return Math.max(0, (2 * rights) / pairs - 1);
};
