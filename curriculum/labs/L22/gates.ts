import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";
import { drawFeatures } from "./logistic.ts";
import {
  type Answered,
  drawModel,
  fortnight,
  isRefused,
  isRight,
  partner,
  type Query,
  walks,
} from "./traffic.ts";

const partners = (draw: Draw, count: number): readonly Query[] =>
  Array.from({ length: count }, () => partner(draw, 8)).flat();

const isOf =
  (account: string) =>
  ({ query }: Answered): boolean =>
    query.account === account;

export const ordinary = (draw: Draw): readonly CheckCase[] => {
  const model = drawModel(draw);
  const few = fortnight({
    model,
    queries: partner(draw, 5),
    wants: (answered, flagged) =>
      answered.every((one) => isRight(model, one)) && sameJson(flagged, []),
  });
  return [
    { ...few, isPublic: true },
    fortnight({
      model,
      queries: partners(draw, 20),
      wants: (answered, flagged) =>
        answered.every((one) => isRight(model, one)) && sameJson(flagged, []),
    }),
  ];
};

const asks = (draw: Draw, account: string, hours: readonly number[]): readonly Query[] =>
  hours.map((hour) => ({ account, hour, features: drawFeatures(draw) }));

const every = (from: number, step: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + step * at);

/** As many as are allowed, evenly, for two weeks; and all at once, and all at once a week later. */
export const busy = (draw: Draw): readonly CheckCase[] => {
  const model = drawModel(draw);
  const begin = draw.whole(1, 20);
  return [every(begin, 4.3, 50), [...every(begin, 0.01, 40), ...every(begin + 170, 0.01, 40)]].map(
    (hours) =>
      fortnight({
        model,
        queries: asks(draw, draw.word(7), hours),
        wants: (answered, flagged) =>
          answered.every((one) => isRight(model, one)) && sameJson(flagged, []),
      }),
  );
};

export const flooded = (draw: Draw): readonly CheckCase[] => {
  const model = drawModel(draw);
  const account = draw.word(7);
  const stops = (hours: readonly number[], allowed: readonly boolean[]) =>
    fortnight({
      model,
      queries: [...asks(draw, account, hours), ...partner(draw, 10)],
      wants: (answered) => {
        const own = answered.filter(isOf(account));
        const others = answered.filter((one) => !isOf(account)(one));
        return (
          others.every((one) => isRight(model, one)) &&
          own.every((one, at) => (allowed[at] === true ? isRight(model, one) : isRefused(one)))
        );
      },
    });
  const many = (count: number, is: boolean) => Array.from({ length: count }, () => is);
  return [
    // Around the end of a day and the end of a week.
    stops(
      [...every(166, 0.05, 36), ...every(168.1, 0.05, 30)],
      [...many(40, true), ...many(26, false)],
    ),
    stops(every(1, 3, 60), [...many(40, true), ...many(16, false), ...many(4, true)]),
  ];
};

/** Seven days after the first answer the first place is free again, and so on. */
export const odd = (draw: Draw): readonly CheckCase[] => {
  const model = drawModel(draw);
  const account = draw.word(6);
  const good = drawFeatures(draw);
  const changed = (at: number, value: Json): readonly Json[] =>
    good.map((one, place) => (place === at ? value : one));
  const bad: readonly (readonly Json[])[] = [
    changed(2, 1.01),
    changed(0, -0.001),
    changed(5, 1000),
    changed(7, "0.5"),
    changed(9, null),
    changed(11, true),
    changed(3, [0.5]),
    good.slice(1),
    [...good, 0.5],
    [],
  ];
  const queries = [
    ...bad.flatMap((features, at) => [{ account, hour: at, features }]),
    { account, hour: 50, features: good },
  ];
  return [
    fortnight({
      model,
      queries,
      wants: (answered, flagged) =>
        answered.slice(0, -1).every(isRefused) &&
        answered.slice(-1).every((one) => isRight(model, one)) &&
        sameJson(flagged, []),
    }),
  ];
};

/** After where it begins, a walk gets nine answers at most; nobody else is taken for a walker. */
export const walkers = (draw: Draw): readonly CheckCase[] =>
  walks(draw).map(({ account, steps, others }, at) => {
    const model = drawModel(draw);
    const found = fortnight({
      model,
      queries: [...steps, ...others, ...partners(draw, 2)],
      wants: (answered, flagged) =>
        sameJson(flagged, [account]) &&
        answered.filter((one) => steps.includes(one.query) && !isRefused(one)).length <= 10 &&
        answered.every((one) => (isRefused(one) ? isOf(account)(one) : isRight(model, one))),
    });
    return { ...found, isPublic: at === 0 };
  });
