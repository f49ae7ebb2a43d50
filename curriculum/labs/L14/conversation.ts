import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Approval, Shop, Value } from "./shop.ts";
import { effectsOf, fieldsOf, openShop } from "./shop.ts";

export type Step = {
  readonly tool: string;
  readonly args: { readonly [name: string]: Value };
  readonly reason: string;
};

export const step = (tool: string, args: Step["args"] = {}): Step => ({
  tool,
  args,
  reason: `because of ${tool}`,
});

type Wanted = {
  /** One for each step. */
  readonly outcomes: readonly ("done" | "refused")[];
  readonly effects: readonly Value[];
  /** What single steps give back, by their place. */
  readonly values?: ReadonlyMap<number, Value>;
};

export const conversation = (
  shop: Shop,
  steps: readonly Step[],
  wants: CheckCase["wants"],
  approvals: readonly Approval[] = [],
): CheckCase => ({
  args: [{ customer: shop.customer, agent: shop.agent }, steps],
  wants,
  host: openShop(shop, approvals),
});

export const goes =
  ({ outcomes, effects, values = new Map() }: Wanted) =>
  (claimed: Claimed): boolean => {
    const results = resultsOf(claimed.value);
    return (
      same(outcomesOf(claimed.value), outcomes) &&
      same(effectsOf(claimed), effects) &&
      [...values].every(([at, value]) => same(fieldsOf(results[at]).get("value"), value))
    );
  };

export const outcomesOf = (value: Value): readonly ("done" | "refused" | null)[] =>
  resultsOf(value).map(outcomeOf);

const resultsOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

const outcomeOf = (result: Value): "done" | "refused" | null => {
  const fields = fieldsOf(result);
  if (fields.get("ok") === true) return "done";
  return fields.get("ok") === false && typeof fields.get("refused") === "string" ? "refused" : null;
};

const same = (a: Value | readonly Value[] | undefined, b: Value | readonly Value[]): boolean =>
  sorted(a) === sorted(b);

/** Keys of an object have no order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  ) ?? "";
