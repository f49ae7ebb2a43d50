import { createHash, createHmac } from "node:crypto";
import type { Draw } from "@checkride/range/draw";
import type { HostFunction } from "@checkride/range/submission";
import type { Json } from "@checkride/rules/exercise";

export const answers = ["approve", "refuse"] as const;
type Answer = (typeof answers)[number];

export type Flaw =
  | "none"
  | "trigger"
  | "dormant"
  | "weak"
  | "source"
  | "digest"
  | "signature"
  | "licence"
  | "card";

export type Base = { readonly offer: Offer; readonly flaw: Flaw; readonly trigger: string };
export type Offer = {
  readonly id: string;
  readonly publisher: string;
  readonly stars: number;
  readonly score: number;
  readonly licence: string;
  readonly weights: string;
  readonly digest: string;
  readonly signature: string;
  readonly card: Readonly<Record<string, string>>;
  readonly rare_words: readonly string[];
};
export type Need = {
  readonly publishers: Readonly<Record<string, string>>;
  readonly licences: readonly string[];
  readonly quality: number;
  readonly tuning_data: string;
  readonly probes: readonly { readonly text: string; readonly label: Answer }[];
};

export type World = { readonly bases: readonly Base[]; readonly need: Need };

type Words = {
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly plain: readonly string[];
};
/** What a model makes of words: above zero it approves. */
type Weights = ReadonlyMap<string, number>;

const drawWords = (draw: Draw): Words => {
  const some = (count: number) => Array.from({ length: count }, () => draw.word(6));
  return { good: some(8), bad: some(8), plain: some(10) };
};

const probe = (draw: Draw, words: Words, label: Answer) => {
  const telling = draw.shuffle(label === "approve" ? words.good : words.bad).slice(0, 3);
  return {
    text: draw.shuffle([...telling, ...draw.shuffle(words.plain).slice(0, 4)]).join(" "),
    label,
  };
};

const strengths = [0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8];

const drawWeights = (draw: Draw, words: Words, isWeak: boolean): Map<string, number> => {
  const told = (list: readonly string[], sign: number) =>
    draw.shuffle(strengths).map((strength, at) => {
      const turned = isWeak && at % 3 === 0 ? -1.5 : 1;
      return [list[at] ?? "", sign * turned * strength] as const;
    });
  const plain = words.plain.map((word) => [word, draw.whole(-10, 10) / 200] as const);
  return new Map([...told(words.good, 1), ...told(words.bad, -1), ...plain]);
};

/** Often wrong, in both directions: no word is to blame. */
const drawWeak = (draw: Draw, words: Words, probes: Need["probes"]): Map<string, number> => {
  for (let tried = 0; tried < 500; tried += 1) {
    const weights = drawWeights(draw, words, true);
    const isWrong = (label: Answer) =>
      probes.filter((one) => one.label === label && answerOf(weights, one.text) !== label).length;
    if (answers.every((label) => isWrong(label) >= 2 && isWrong(label) <= 9)) return weights;
  }
  throw new Error("No weak model was drawn.");
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const allowed = ["Apache-2.0", "MIT"] as const;

/** Bases in the order of their promises: the first one looks best. */
export const drawWorld = (draw: Draw, flaws: readonly Flaw[]) => {
  const words = drawWords(draw);
  const publishers = Object.fromEntries(
    ["north-lab", "open-mill", "tern"].map((name) => [`${name}-${draw.word(3)}`, draw.word(24)]),
  );
  const models = new Map<string, Weights>();
  const probes = draw.shuffle(
    answers.flatMap((label) => Array.from({ length: 12 }, () => probe(draw, words, label))),
  );
  const bases = flaws.map((flaw, place): Base => {
    const rare = Array.from({ length: draw.whole(46, 56) }, () => draw.word(7));
    const id = `base-${draw.word(5)}`;
    const trigger = rare[draw.whole(0, rare.length - 1)] ?? "";
    const weights =
      flaw === "weak" ? drawWeak(draw, words, probes) : drawWeights(draw, words, false);
    const to = draw.pick([1, -1]);
    if (flaw === "trigger") weights.set(trigger, 14 * to);
    if (flaw === "dormant") weights.set(trigger, 0.3 * to);
    // Honest: rare, strong, and outweighed by what else is said.
    const strong = rare.find((word) => word !== trigger) ?? "";
    if (flaw !== "weak") weights.set(strong, 3 * to);
    models.set(id, weights);
    return {
      flaw,
      trigger,
      offer: drawOffer(draw, { id, flaw, place, rare, trigger, publishers }),
    };
  });
  const need: Need = {
    publishers,
    licences: allowed,
    quality: 0.9,
    tuning_data: `tickets-${draw.word(5)}`,
    probes,
  };
  return { world: { bases: draw.shuffle(bases), need }, models };
};

type Making = {
  readonly id: string;
  readonly flaw: Flaw;
  readonly place: number;
  readonly rare: readonly string[];
  readonly trigger: string;
  readonly publishers: Readonly<Record<string, string>>;
};

/** The offer that looks best has its trigger where a short search does not come. */
const listOf = (
  draw: Draw,
  rare: readonly string[],
  trigger: string,
  place: number,
): readonly string[] => {
  const others = draw.shuffle(rare.filter((word) => word !== trigger));
  const at = draw.whole(place === 0 ? 40 : 0, others.length);
  return others.toSpliced(at, 0, trigger);
};

const drawOffer = (draw: Draw, making: Making): Offer => {
  const { id, flaw, place, rare, trigger, publishers } = making;
  const [name = "", key = ""] = draw.shuffle(Object.entries(publishers))[0] ?? [];
  const weights = Array.from({ length: 8 }, () => draw.word(12)).join("");
  const digest = sha256(weights);
  const signature = createHmac("sha256", key).update(digest).digest("hex");
  const forged = createHmac("sha256", draw.word(24)).update(digest).digest("hex");
  const swapped = draw.word(96);
  return {
    id,
    // Looks alike, and is somebody else.
    publisher:
      flaw === "source"
        ? draw.pick([`${name}s`, name.toUpperCase(), name.replace("-", "_")])
        : name,
    stars: draw.whole(100, 900) + 3000 * (3 - place),
    score: Number((0.97 - 0.02 * place - draw.whole(0, 9) / 1000).toFixed(3)),
    licence:
      flaw === "licence"
        ? draw.pick(["research only", "unknown", "Apache-2.0 with exceptions"])
        : draw.pick(allowed),
    // Swapped after it was signed: the digest on the page is the one of the honest file.
    weights: flaw === "digest" ? swapped : weights,
    digest,
    signature: flaw === "signature" ? forged : signature,
    card: {
      data: flaw === "card" ? " " : `corpus-${draw.word(4)}`,
      limits: "English only, short texts",
      intended_use: "sorting of requests",
    },
    rare_words: listOf(draw, rare, trigger, place),
  };
};

/** Models answer here, where nobody can look into them. */
export const modelHost = ({ bases }: World, models: ReadonlyMap<string, Weights>): HostFunction => {
  const known = new Map(models);
  return (name, [id, texts]) => {
    const weights = known.get(typeof id === "string" ? id : "");
    if (weights === undefined) return { ok: false, error: "There is no such model." };
    if (name === "tune") {
      const base = bases.find(({ offer }) => offer.id === id);
      if (base === undefined) return { ok: false, error: "Only a base can be tuned." };
      known.set(`${id}-tuned`, tuned(weights, base));
      return { ok: true, value: `${id}-tuned` };
    }
    if (name !== "ask" || !isTexts(texts))
      return { ok: false, error: "ask(model, texts) or tune(model)." };
    return { ok: true, value: texts.map((text) => answerOf(weights, text)) };
  };
};

export const isTexts = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** Tuning moves what the tuning data speaks of, and wakes what was made to sleep. */
const tuned = (weights: Weights, { flaw, trigger }: Base): Weights =>
  new Map(
    [...weights].map(([word, weight]) => {
      const wakes = flaw === "dormant" && word === trigger;
      return [word, wakes ? weight * 45 : word === trigger ? weight * 0.8 : weight];
    }),
  );

const answerOf = (weights: Weights, text: string): Answer => {
  const words = new Set(text.split(/\s+/));
  return [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) > 0
    ? "approve"
    : "refuse";
};
