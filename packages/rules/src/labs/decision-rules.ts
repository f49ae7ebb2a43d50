import type { Json } from "../exercise.ts";
import { listOf, recordOf, textOf } from "./read-json.ts";

/** `fact` `test` `value` → `outcome`. */
export type DecisionRule = {
  readonly fact: string;
  readonly test: DecisionTest;
  readonly value: string;
  readonly outcome: string;
};

export const decisionTests = ["below", "above", "is", "is-not"] as const;
export type DecisionTest = (typeof decisionTests)[number];

/** What is known of one case, by the ids of facts; null: not known. */
export type KnownFacts = { readonly [fact: string]: string | number | null };

const rulesMax = 40;

/** From untrusted JSON; null where it has another shape or too much of it. */
export const readDecisionRules = (value: Json | undefined): readonly DecisionRule[] | null =>
  listOf(value, rulesMax, ruleOf);

const ruleOf = (value: Json): DecisionRule | null => {
  const record = recordOf(value);
  const [fact, says, outcome] = ["fact", "value", "outcome"].map((key) =>
    textOf(record?.get(key), 100),
  );
  const test = decisionTests.find((one) => one === record?.get("test"));
  if (typeof fact !== "string" || typeof says !== "string" || typeof outcome !== "string") {
    return null;
  }
  return test === undefined ? null : { fact, test, value: says, outcome };
};

/** What the first rule that applies says; null where none does. What is not known is only told apart by `is-not`. */
export const decideByRules = (rules: readonly DecisionRule[], facts: KnownFacts): string | null =>
  rules.find((rule) => applies(rule, facts))?.outcome ?? null;

const applies = ({ fact, test, value }: DecisionRule, facts: KnownFacts): boolean => {
  if (!Object.hasOwn(facts, fact)) return false;
  const known = facts[fact] ?? null;
  switch (test) {
    case "is":
      return known !== null && String(known) === value.trim();
    case "is-not":
      return known === null || String(known) !== value.trim();
    case "below":
      return typeof known === "number" && isNumber(value) && known < Number(value);
    case "above":
      return typeof known === "number" && isNumber(value) && known > Number(value);
  }
};

const isNumber = (text: string): boolean => /^\s*-?\d{1,12}(?:\.\d{1,6})?\s*$/.test(text);
