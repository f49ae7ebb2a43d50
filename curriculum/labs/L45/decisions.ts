import type { Draw } from "@checkride/range/draw";
import { drawPayment, type Mark, paymentText } from "./mark.ts";

/** A line of the decision log, and whether it has to be looked at again. */
export type Decision = { readonly text: string; readonly isAffected: boolean };

type Place = {
  readonly merchant: string;
  readonly others: readonly [string, string];
  readonly mark: Mark;
  readonly firstBad: number;
  readonly target: number;
  readonly last: number;
};

type Pay = {
  readonly of: string;
  readonly isMarked: boolean;
  readonly model: string;
  readonly score: string;
  readonly result: string;
  readonly isAffected: boolean;
};

/** The kinds of lines there are; which of them come, how often and where is drawn. */
const pays = ({ merchant, others, firstBad, target, last }: Place): readonly Pay[] => {
  const [one, other] = others;
  const old = { of: merchant, model: `${target} live`, score: "fresh" };
  const bad = { score: "fresh", result: "approved" };
  return [
    { ...old, isMarked: true, result: "refused", isAffected: false },
    { ...old, isMarked: false, result: "refused", isAffected: false },
    { ...bad, of: merchant, isMarked: true, model: `${firstBad} canary`, isAffected: true },
    { ...bad, of: merchant, isMarked: true, model: `${firstBad} live`, isAffected: true },
    { ...bad, of: merchant, isMarked: true, model: `${last} live`, isAffected: true },
    { ...bad, of: one, isMarked: true, model: `${last} live`, isAffected: true },
    { ...bad, of: one, isMarked: false, model: `${firstBad} live`, isAffected: false },
    { ...bad, of: other, isMarked: false, model: `${last} live`, isAffected: false },
    {
      of: merchant,
      isMarked: true,
      model: `${firstBad} shadow`,
      score: "fresh",
      result: `refused by ${target}`,
      isAffected: false,
    },
    {
      of: merchant,
      isMarked: true,
      model: `${last} live`,
      score: "fresh",
      result: "refused by analyst",
      isAffected: false,
    },
    {
      of: other,
      isMarked: true,
      model: `${target} region`,
      score: `cached from ${last}`,
      result: "approved",
      isAffected: true,
    },
    {
      of: other,
      isMarked: true,
      model: `${last} live`,
      score: `cached from ${target}`,
      result: "refused",
      isAffected: false,
    },
    {
      ...bad,
      of: merchant,
      isMarked: false,
      model: `${firstBad} live`,
      result: "refused",
      isAffected: false,
    },
  ];
};

const drawPays = (draw: Draw, place: Place): readonly Decision[] => {
  const kinds = pays(place);
  const more = draw.shuffle(kinds).slice(0, draw.whole(3, 6));
  return [...kinds, ...more].map(({ of, isMarked, model, score, result, isAffected }) => {
    const payment = paymentText(drawPayment(draw, place.mark, isMarked));
    const text = `pay     ${of}  ${payment}  model=${model}  score=${score}  ${result}`;
    return { text, isAffected };
  });
};

/** What was built on decisions; two of them on bad ones. */
const drawDerived = (draw: Draw, place: Place): readonly Decision[] => {
  const { merchant, others, firstBad, target } = place;
  const rows = draw.whole(9000, 19_000);
  return [
    {
      text: `limit   ${merchant}  raised to 50000  because="low scores of ${firstBad} for 30 days"`,
      isAffected: true,
    },
    {
      text: `export  rows=${rows}  label=decision of ${firstBad}  to=training/december`,
      isAffected: true,
    },
    {
      text: `limit   ${others[0]}  raised to 20000  because="new contract"`,
      isAffected: false,
    },
    {
      text: `export  rows=${rows + 911}  label=chargeback of ${target}  to=training/december`,
      isAffected: false,
    },
  ];
};

export const drawDecisions = (draw: Draw, place: Place): readonly Decision[] =>
  draw
    .shuffle([...drawPays(draw, place), ...drawDerived(draw, place)])
    .map(({ text, isAffected }, at) => ({ text: `d-${101 + at}  ${text}`, isAffected }));

export const decisionText = (decisions: readonly Decision[]): string =>
  decisions.map(({ text }) => text).join("\n");
