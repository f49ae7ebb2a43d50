import { readExpression } from "./formula/expressions.ts";
import { isTrue } from "./formula/functions.ts";
import { tokensOf } from "./formula/tokens.ts";
import type { Result } from "./result.ts";
import { fail, ok } from "./result.ts";

/** The value for what the sliders stand at; not a number where there is none. Comparisons are 1 or 0. */
export type Formula = (values: FormulaValues) => number;

export type FormulaValues = Readonly<Record<string, number>>;

/** `at` counts characters of the formula from 0. */
export type FormulaFault = {
  readonly at: number;
  readonly length: number;
  readonly says: string;
  readonly cure: string;
};

const longestFormula = 1000;

/** The formulas of slider exercises: no text, however odd, throws, and neither does any value. */
export const parseFormula = (
  text: string,
  names: Iterable<string>,
): Result<Formula, FormulaFault> => {
  if (text.length > longestFormula) {
    return fail({
      at: longestFormula,
      length: 1,
      says: `a formula has at most ${longestFormula} characters`,
      cure: "split it into several results",
    });
  }
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  return readExpression(tokens.value, new Set(names), text.length);
};

/** A goal is reached where its formula is true. */
export const holds = (formula: Formula, values: FormulaValues): boolean => isTrue(formula(values));

/** Results that build on one another, in order; null where one of them cannot be read. */
export const parseResults = (
  results: readonly { readonly id: string; readonly formula: string }[],
  sliders: readonly { readonly id: string }[],
): Result<(at: FormulaValues) => FormulaValues, FormulaFault & { readonly result: string }> => {
  const names = sliders.map(({ id }) => id);
  const formulas: { readonly id: string; readonly formula: Formula }[] = [];
  for (const { id, formula } of results) {
    const parsed = parseFormula(formula, names);
    if (!parsed.ok) return fail({ ...parsed.error, result: id });
    formulas.push({ id, formula: parsed.value });
    names.push(id);
  }
  return ok((at) => {
    const values: Record<string, number> = { ...at };
    for (const { id, formula } of formulas) values[id] = formula(values);
    return values;
  });
};
