import type { CheckCase, Claimed } from "@checkride/range/checks";

type Value = Claimed["value"];
type Host = NonNullable<CheckCase["host"]>;

export type Plan = { readonly burst: number; readonly refillMs: number; readonly cap: number };

/** One call, and what the model will make of it. */
export type Arrival = {
  readonly at: number;
  readonly account: string;
  readonly tokensIn: number;
  readonly maxTokens?: Value;
  /** As much as the model would write if nobody stopped it. */
  readonly out: number;
  readonly lastsMs: number;
  /** How often it wants to go on. */
  readonly steps?: number;
  readonly fails?: boolean;
};

export type Scenario = {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly arrivals: readonly Arrival[];
  /** Names of calls, which differ between attempts. */
  readonly mark: string;
};

export type Start = { readonly call: number; readonly at: number; readonly maxTokens: number };

/** What can be seen from outside of the learner's code. */
export type Seen = {
  readonly starts: Start[];
  readonly alerts: string[];
  /** Somewhere the worst case of what ran and the cost of what was over were more than a day's cap. */
  isOverdrawn: boolean;
  /** The model was asked something else than its own next input. */
  isAstray: boolean;
};

const dayMs = 86_400_000;
const endless = 100_000;
const costOf = (tokensIn: number, tokensOut: number): number => tokensIn * 3 + tokensOut * 15;
export const tokensIn = (text: string): number => Math.ceil(text.length / 4);

const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  new Map(Object.entries(value ?? {}));

const textOf = (mark: string, call: number, tokens: number): string =>
  `${mark}-${call} `.padEnd(tokens * 4, "lorem ipsum dolor sit amet ");

const tokensAgain = (step: number): number => 20 + step;

type Happening = { readonly at: number; readonly value: Readonly<Record<string, Value>> };

const arrivalsOf = ({ arrivals, plans, mark }: Scenario): readonly Happening[] =>
  arrivals.map(({ at, account, tokensIn: tokens, maxTokens }, call) => {
    const text = textOf(mark, call, tokens);
    const asked = { account, session: `${mark}${call % 7}`, text };
    const plan = plans.get(account) ?? { burst: 0, refillMs: 1, cap: 0 };
    return {
      at,
      value: {
        kind: "call",
        call: maxTokens === undefined ? asked : { ...asked, maxTokens },
        plan: { ...plan },
      },
    };
  });

/** Time, accounts, model and money, where learner code can change none of them. */
export const makeWorld = (scenario: Scenario): { readonly seen: Seen; readonly host: Host } => {
  const seen: Seen = { starts: [], alerts: [], isOverdrawn: false, isAstray: false };
  let coming: readonly Happening[] = [...arrivalsOf(scenario)];
  const used = new Map<string, number>();
  /** What a call gives back when it is over. */
  const owed = new Map<number, () => void>();
  let now = 0;

  const spend = (key: string, account: string, amount: number): void => {
    const sum = (used.get(key) ?? 0) + amount;
    used.set(key, sum);
    if (sum > (scenario.plans.get(account)?.cap ?? 0)) seen.isOverdrawn = true;
  };

  const next = (): Value => {
    now = Math.min(...coming.map(({ at }) => at));
    const all = coming.filter(({ at }) => at === now);
    coming = coming.filter(({ at }) => at !== now);
    for (const { value } of all) owed.get(Number(value["ticket"]))?.();
    return all.map(({ value }) => ({ now, ...value }));
  };

  const start = (request: Value | undefined): Value => {
    const fields = fieldsOf(request);
    const text = String(fields.get("text"));
    const call = Number(/^\w+-(\d+) /.exec(text)?.[1]);
    const arrival = scenario.arrivals[call];
    if (arrival === undefined) return -1;
    const given = fields.get("maxTokens");
    const maxTokens = typeof given === "number" ? given : endless;
    const step = seen.starts.filter((one) => one.call === call).length;
    seen.starts.push({ call, at: now, maxTokens });
    const wanted = step === 0 ? arrival.tokensIn : tokensAgain(step - 1);
    if (text !== textOf(scenario.mark, call, wanted)) seen.isAstray = true;
    const key = `${arrival.account} ${Math.floor(now / dayMs)}`;
    const worst = costOf(tokensIn(text), Math.max(0, maxTokens));
    spend(key, arrival.account, worst);
    const reply = replyTo(scenario.mark, call, arrival, step, tokensIn(text), maxTokens);
    const actual = costOf(reply.tokensIn, reply.tokensOut);
    const ticket = seen.starts.length;
    const fails = arrival.fails === true;
    const value = { kind: "model", ticket, reply: fails ? null : { ...reply } };
    coming = [...coming, { at: now + arrival.lastsMs, value }];
    if (!fails) settleLater(key, arrival, actual - worst, ticket);
    return ticket;
  };

  const settleLater = (key: string, { account }: Arrival, change: number, ticket: number): void => {
    owed.set(ticket, () => spend(key, account, change));
  };

  const host: Host = (name, [given]) => {
    if (name === "alert") {
      seen.alerts.push(String(given));
      return { ok: true, value: null };
    }
    if (name === "model") return { ok: true, value: start(given) };
    return { ok: true, value: next() };
  };
  return { seen, host };
};

const replyTo = (
  mark: string,
  call: number,
  { out, steps = 0 }: Arrival,
  step: number,
  tokens: number,
  maxTokens: number,
) => ({
  text: answerTo(mark, call),
  tokensIn: tokens,
  tokensOut: Math.max(0, Math.min(out, maxTokens)),
  again: step < steps ? textOf(mark, call, tokensAgain(step)) : null,
});

export const answerTo = (mark: string, call: number): string => `Answer to ${mark}-${call}.`;
