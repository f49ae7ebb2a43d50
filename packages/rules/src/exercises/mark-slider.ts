import type { Answer } from "../answer.ts";
import type { Slide } from "../exercise.ts";
import { holds, parseFormula, parseResults } from "../formula.ts";
import { ok } from "../result.ts";
import type { MarksOrUnfit } from "./marks.ts";
import { unfit } from "./marks.ts";

type SlideAnswer = Extract<Answer, { readonly kind: "slider" }>;

export const markSlider = (exercise: Slide, { at }: SlideAnswer): MarksOrUnfit => {
  const { sliders, results, goals, why } = exercise;
  const strange = Object.keys(at).find((id) => !sliders.some((slider) => slider.id === id));
  if (strange !== undefined) return unfit(`There is no slider \`${strange}\` here.`);
  for (const { id, title, from, to } of sliders) {
    const value = Object.hasOwn(at, id) ? (at[id] ?? Number.NaN) : Number.NaN;
    if (!(value >= from && value <= to)) return unfit(`${title}: between ${from} and ${to}.`);
  }
  const compute = parseResults(results, sliders);
  const values = compute.ok ? compute.value(at) : at;
  const names = [...sliders, ...results].map(({ id }) => id);
  const reached = goals.map(({ formula, says }, index) => {
    const parsed = parseFormula(formula, names);
    return { about: `g${index + 1}`, right: parsed.ok && holds(parsed.value, values), why: says };
  });
  const right = reached.every((goal) => goal.right);
  const hits = reached.filter((goal) => goal.right).length;
  return ok({
    share: reached.length === 0 ? 1 : hits / reached.length,
    right,
    reasons: [...reached, { about: "why", right, why }],
    solution: null,
  });
};
