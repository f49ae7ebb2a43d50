import { type FormulaValues, holds, parseFormula, parseResults } from "@checkride/rules/formula";
import type { ExerciseOf } from "./body.ts";

type Slide = ExerciseOf<"slider">;

/** What follows from where the sliders stand, by the names of the results; a formula is read once and kept. */
export const simulate = (exercise: Slide) => {
  const { sliders, results, goals } = exercise;
  const compute = parseResults(results, sliders);
  const names = [...sliders, ...results].map(({ id }) => id);
  const reached = goals.map(({ formula }) => parseFormula(formula, names));
  const resultsAt = (at: FormulaValues): FormulaValues => (compute.ok ? compute.value(at) : at);
  return {
    resultsAt,
    goalsAt: (at: FormulaValues): readonly boolean[] =>
      reached.map((goal) => goal.ok && holds(goal.value, resultsAt(at))),
  };
};

export type Simulation = ReturnType<typeof simulate>;

/** Digits behind the point that a slider's step asks for: 0.05 has two. */
export const digitsOf = (step: number): number => {
  const [, behind = ""] = String(step).split(".");
  return Math.min(6, behind.length);
};

/** "12.50 %"; a dash where a formula has no value. */
export const figure = (value: number, digits: number, unit: string | null): string => {
  const number = Number.isFinite(value)
    ? value.toLocaleString("en-GB", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
    : "—";
  return unit === null ? number : `${number} ${unit}`;
};
