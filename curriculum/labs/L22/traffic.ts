import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";
import { drawFeatures, drawLinear, type Linear, probabilityOf } from "./logistic.ts";

export type Query = {
  readonly account: string;
  readonly features: readonly Json[];
  readonly hour: number;
};
export type Answered = { readonly query: Query; readonly answer: Json };

export const bandOf = (model: Linear, features: readonly number[]): string => {
  const probability = probabilityOf(model, features);
  return probability >= 0.8 ? "high" : probability >= 0.4 ? "medium" : "low";
};

const numbers = (features: readonly Json[]): readonly number[] => features.map(Number);

export const isRight = (model: Linear, { query, answer }: Answered): boolean =>
  sameJson(answer, { band: bandOf(model, numbers(query.features)) });

export const isRefused = ({ answer }: Answered): boolean => {
  const fields = Object.entries(answer ?? {});
  return fields.length === 1 && fields[0]?.[0] === "refused" && typeof fields[0][1] === "string";
};

export type Fortnight = {
  readonly model: Linear;
  readonly queries: readonly Query[];
  readonly wants: (answered: readonly Answered[], flagged: Json) => boolean;
};

/** Query by query, the next only after the answer to the one before. */
export const fortnight = ({ model, queries, wants }: Fortnight): CheckCase => {
  const sorted = queries.toSorted((a, b) => a.hour - b.hour);
  const answers: Json[] = [];
  return {
    args: ["gate", { weights: [...model.weights], bias: model.bias }],
    host: (name, [given]) => {
      if (name !== "next") return { ok: false, error: `there is no ${name} here` };
      if (given !== null && given !== undefined) answers.push(given);
      const next = sorted[answers.length];
      return {
        ok: true,
        value: next === undefined ? null : { ...next, features: [...next.features] },
      };
    },
    wants: ({ value }: Claimed) =>
      answers.length === sorted.length &&
      wants(
        sorted.map((query, at) => ({ query, answer: answers[at] ?? null })),
        value,
      ),
  };
};

/** Once in a while a value was mistyped, or two were, and once somebody asks the very same again. */
export const partner = (draw: Draw, count = 25): readonly Query[] => {
  const account = `partner-${draw.word(5)}`;
  const hours = Array.from(
    { length: count },
    () => draw.whole(0, 14 * 24 - 1) + draw.whole(0, 99) / 100,
  );
  const patients = hours.map(() => drawFeatures(draw));
  const firsts = hours.map((hour, at): Query => ({ account, hour, features: patients[at] ?? [] }));
  const mended = [1, 1, 2].map((changes, at): Query => {
    const { hour, features } = firsts[at] ?? { hour: 0, features: [] };
    const places = draw.shuffle(features.map((_, place) => place)).slice(0, changes);
    const other = features.map((value, place) =>
      places.includes(place) ? 1 - Number(value) : value,
    );
    return { account, hour: hour + 0.01, features: other };
  });
  const again = firsts.slice(3, 5).map((query) => ({ ...query, hour: query.hour + 0.5 }));
  return [...firsts, ...mended, ...again];
};

const withStep = (base: readonly number[], at: number, value: number): readonly number[] =>
  base.map((one, place) => (place === at ? value : one));

const places = Array.from({ length: 16 }, (_, at) => at);

export type Walk = {
  readonly account: string;
  readonly steps: readonly Query[];
  readonly others: readonly Query[];
};

const upAndDown = (base: readonly number[], order: readonly number[]) => [
  base,
  ...order.map((place) => withStep(base, place, 1)),
  ...order.map((place) => withStep(base, place, 0)),
];

const chained = (draw: Draw, base: readonly number[], order: readonly number[]) => {
  const chain = [base];
  for (const place of order) chain.push(withStep(chain.at(-1) ?? base, place, draw.pick([0, 1])));
  return chain;
};

/** Seven ways to look at one feature after the other. */
export const walks = (draw: Draw): readonly Walk[] => {
  const account = `partner-${draw.word(5)}`;
  const start = 60 + draw.whole(0, 50);
  const order = draw.shuffle(places);
  const middle = places.map(() => 0.5);
  const patient = drawFeatures(draw);
  const at = (hours: number, features: readonly number[]): Query => ({
    account,
    hour: start + hours,
    features,
  });
  const walk = (
    hours: number,
    all: readonly (readonly number[])[],
    others: readonly Query[] = [],
  ) => ({
    account,
    steps: all.map((features, n) => at(hours * n, features)),
    others,
  });
  const steps = upAndDown(middle, order);
  const trembling = (value: number) => Math.min(1, Math.max(0, value + draw.whole(-5, 5) / 1000));
  const halves = order.flatMap((place) =>
    [1, 0.75, 0.63, 0.69, 0.66].map((value) => withStep(middle, place, value)),
  );
  const unremarkable = places.flatMap((n) =>
    [0.3, 0.6].map((part) => at(n + part, drawFeatures(draw))),
  );
  return [
    walk(0.01, steps),
    walk(0.01, upAndDown(patient, order)),
    walk(0.01, [middle, ...halves]),
    walk(8, steps.slice(0, 17)),
    walk(1, steps.slice(0, 17), unremarkable),
    walk(0.01, chained(draw, middle, order)),
    walk(
      0.01,
      steps.map((features) => features.map(trembling)),
    ),
  ];
};

export const drawModel = (draw: Draw): Linear => drawLinear(draw);
