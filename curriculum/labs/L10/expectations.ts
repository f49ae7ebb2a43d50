import type { CheckCase, Claimed } from "@checkride/range/checks";
import {
  type Arrival,
  answerTo,
  makeWorld,
  type Plan,
  type Scenario,
  type Seen,
} from "./outside-world.ts";

type Value = Claimed["value"];

export type Kind = "answered" | "failed" | "invalid" | "too long" | "rate" | "budget" | "steps";

const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  new Map(Object.entries(value ?? {}));

/** What became of a call, or null where that is nothing that an endpoint says. */
const kindOf = (reply: Value | undefined, answer: string): string | null => {
  const fields = fieldsOf(reply);
  const kind = fields.get("kind");
  if (kind === "answered") return fields.get("text") === answer ? "answered" : null;
  if (kind === "failed") return "failed";
  return kind === "refused" ? String(fields.get("because")) : null;
};

const asked: readonly string[] = ["answered", "failed", "steps"];

/** Every reply as wanted, the model asked for those that were let in and for no other, and no day overdrawn. */
const isAsWanted = (
  { mark }: Scenario,
  kinds: readonly Kind[],
  seen: Seen,
  { value }: Claimed,
): boolean =>
  Array.isArray(value) &&
  value.length === kinds.length &&
  kinds.every((kind, call) => kindOf(value[call], answerTo(mark, call)) === kind) &&
  kinds.every(
    (kind, call) =>
      kind === "budget" || seen.starts.some((one) => one.call === call) === asked.includes(kind),
  ) &&
  !seen.isAstray &&
  !seen.isOverdrawn;

export type Wanted = {
  readonly kinds: readonly Kind[];
  /** What else must hold. */
  readonly also?: (seen: Seen, replies: readonly ReadonlyMap<string, Value>[]) => boolean;
};

export const happens = (scenario: Scenario, { kinds, also = () => true }: Wanted): CheckCase => {
  const { seen, host } = makeWorld(scenario);
  return {
    args: [scenario.mark],
    host,
    wants: (claimed) =>
      isAsWanted(scenario, kinds, seen, claimed) &&
      also(seen, Array.isArray(claimed.value) ? claimed.value.map(fieldsOf) : []),
  };
};

/** A call that costs little and is over soon, unless it is told otherwise. */
export const call = (at: number, account: string, other: Partial<Arrival> = {}): Arrival => ({
  at,
  account,
  tokensIn: 400,
  out: 20,
  lastsMs: 700,
  ...other,
});

export const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export const onPlan = (account: string, plan: Plan): ReadonlyMap<string, Plan> =>
  new Map([[account, plan]]);
