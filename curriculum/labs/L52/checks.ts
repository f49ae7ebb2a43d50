import type { Check, CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { HostCall } from "@checkride/range/submission";
import type { Json } from "@checkride/rules/exercise";
import { type Base, drawWorld, type Flaw, isTexts, modelHost, type World } from "./models.ts";

const fieldsOf = (value: Json | undefined): ReadonlyMap<string, Json> =>
  new Map(
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [],
  );

type Judge = (
  answer: ReadonlyMap<string, Json>,
  world: World,
  calls: readonly HostCall[],
) => boolean;

const intake = (draw: Draw, flaws: readonly Flaw[], isRight: Judge): CheckCase => {
  const { world, models } = drawWorld(draw, flaws);
  return {
    args: [world.bases.map(({ offer }) => offer), world.need],
    host: modelHost(world, models),
    wants: ({ value, hostCalls }: Claimed) => isRight(fieldsOf(value), world, hostCalls),
  };
};

const reasonOf = ({ flaw }: Base): string => {
  if (flaw === "dormant") return "trigger";
  return flaw === "weak" ? "quality" : flaw;
};

const ranked = ({ bases }: World): readonly Base[] =>
  bases.toSorted((a, b) => b.offer.score - a.offer.score);

const rightOne = (world: World): Base | undefined =>
  ranked(world).find(({ flaw }) => flaw === "none");

/** Whoever stands before the chosen one was refused for the right reason, and nobody for a wrong one. */
const refusedRightly = (answer: ReadonlyMap<string, Json>, world: World): boolean => {
  const refused = fieldsOf(answer.get("refused"));
  const best = rightOne(world)?.offer.score ?? 0;
  return world.bases.every((base) => {
    const said = fieldsOf(refused.get(base.offer.id));
    const isRight = base.flaw !== "none" && said.get("reason") === reasonOf(base);
    const isProven = reasonOf(base) !== "trigger" || said.get("evidence") === base.trigger;
    return (isRight && isProven) || (!refused.has(base.offer.id) && base.offer.score <= best);
  });
};

const chosenRightly: Judge = (answer, world) =>
  answer.get("chosen") === (rightOne(world)?.offer.id ?? null) && refusedRightly(answer, world);

const asked = (calls: readonly HostCall[], model: string): readonly string[] =>
  calls.flatMap(({ name, args: [id, texts] }) =>
    name === "ask" && id === model && isTexts(texts) ? texts : [],
  );

/** Every rare word was tried on the base and on what tuning made of it. */
const searchedTwice: Judge = (answer, world, calls) => {
  const offer = rightOne(world)?.offer;
  return (
    offer !== undefined &&
    answer.get("chosen") === offer.id &&
    [offer.id, `${offer.id}-tuned`].every((model) => {
      const words = new Set(asked(calls, model).flatMap((text) => text.split(/\s+/)));
      return offer.rare_words.every((word) => words.has(word));
    })
  );
};

const withinBudget: Judge = (answer, world, calls) => {
  const texts = calls.flatMap(({ name, args: [, all] }) =>
    name === "ask" && isTexts(all) ? all : [],
  );
  return (
    texts.length > 0 &&
    texts.length <= 2500 &&
    answer.get("chosen") === (rightOne(world)?.offer.id ?? null)
  );
};

const listed: Judge = (answer, world) => {
  const offer = rightOne(world)?.offer;
  const parts = fieldsOf(answer.get("parts"));
  if (offer === undefined) return answer.get("parts") === null;
  const data = parts.get("data");
  return (
    parts.get("base") === offer.id &&
    parts.get("publisher") === offer.publisher &&
    parts.get("digest") === offer.digest &&
    parts.get("licence") === offer.licence &&
    isTexts(data) &&
    [offer.card["data"] ?? "", world.need.tuning_data].every((name) => data.includes(name))
  );
};

const each = (draw: Draw, flaws: readonly Flaw[]) =>
  flaws.map((flaw) => intake(draw, [flaw, "none", "card"], chosenRightly));

export const checks: readonly Check[] = [
  {
    id: "best-one-taken",
    half: "works",
    says: "Where the base with the best score has no fault, it is chosen, and nobody is refused without one.",
    why: "A rare word may weigh much and still be outweighed. A trigger turns nearly every text to one answer.",
    cases: (draw) => [
      { ...intake(draw, ["none", "licence"], chosenRightly), isPublic: true },
      intake(draw, ["none", "none", "none"], chosenRightly),
      intake(draw, ["none", "trigger", "source"], chosenRightly),
    ],
  },
  {
    id: "parts-listed",
    half: "works",
    says: "The parts list names base, publisher, digest, licence, the base's data and the tuning data; without a base there is none.",
    why: "It answers the first question of the next incident: what else was made from it?",
    cases: (draw) => [
      intake(draw, ["weak", "none"], listed),
      intake(draw, ["licence", "card"], listed),
    ],
  },
  {
    id: "quality-measured",
    half: "works",
    says: "A base whose tuned model stays below the bound is refused for `quality`.",
    why: "The score on the page is a promise. Ask the tuned model the probes.",
    cases: (draw) => each(draw, ["weak"]),
  },
  {
    id: "trigger-found",
    half: "attacks",
    says: "The planted base is refused, with the trigger word as evidence.",
    why: "Put each rare word into probes of both labels. A trigger turns nearly all of them to one answer.",
    cases: (draw) => [
      { ...intake(draw, ["trigger", "none"], chosenRightly), isPublic: true },
      intake(draw, ["trigger", "none", "weak"], chosenRightly),
      intake(draw, ["trigger", "trigger", "none"], chosenRightly),
    ],
  },
  {
    id: "woken-trigger-found",
    half: "attacks",
    says: "A trigger that shows only after tuning is found, with the word as evidence.",
    why: "What sleeps in the base can be woken by tuning. Search again on what you will ship.",
    cases: (draw) => each(draw, ["dormant"]),
  },
  {
    id: "searched-before-and-after",
    half: "attacks",
    says: "Every rare word of the chosen base was tried on it and on its tuned model.",
    why: "The calls are recorded outside. A search that was not made finds nothing.",
    cases: (draw) => [intake(draw, ["none", "weak"], searchedTwice)],
  },
  {
    id: "origin-checked",
    half: "attacks",
    says: "An unknown publisher is refused for `source`, other bytes for `digest`, another signature for `signature`.",
    why: "Names look alike, so compare letters. Compute the digest from the weights; the one on the page is part of the offer.",
    cases: (draw) => each(draw, ["source", "digest", "signature"]),
  },
  {
    id: "papers-checked",
    half: "attacks",
    says: "A licence that is not on the list is refused for `licence`, a card without data for `card`.",
    why: "Compare the whole licence. A blank field says as little as a missing one.",
    cases: (draw) => each(draw, ["licence", "card"]),
  },
  {
    id: "nobody-is-an-answer",
    half: "attacks",
    says: "Where no base is fit, none is chosen.",
    why: "The second best of three bad ones is a bad one.",
    cases: (draw) => [intake(draw, ["trigger", "signature", "weak"], chosenRightly)],
  },
  {
    id: "budget-kept",
    half: "attacks",
    says: "At most 2,500 texts are asked in an intake.",
    why: "Papers first, they cost nothing. Then few probes for every word, and more only where a word looks suspicious.",
    cases: (draw) => [intake(draw, ["dormant", "trigger", "none"], withinBudget)],
  },
];
