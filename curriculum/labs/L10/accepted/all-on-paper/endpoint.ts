import { costOf, countTokens, DAY_MS, STEPS_MAX, TOKENS_IN_MAX, TOKENS_OUT_MAX } from "./rules.ts";
import { alert, askModel, now, type Plan, planOf } from "./world.ts";

export type Call = { account: string; session: string; text: string; maxTokens?: unknown };

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "failed" }
  | {
      kind: "refused";
      because: "invalid" | "too long" | "rate" | "budget" | "steps";
      retryAfterMs: number | null;
    };

const no = (because: "invalid" | "too long" | "rate" | "budget" | "steps", retryAfterMs: number | null = null): Reply => ({
  kind: "refused",
  because,
  retryAfterMs,
});

/** Everything that happened is written down, and whatever has to be known is counted from it. */
type Entry = { account: string; at: number; day: number; cost: number };

const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** When the last of these calls and one more were all paid back by time. */
const waitFor = (times: number[], { burst, refillMs }: Plan): number => {
  let free = burst * refillMs;
  let last = times[0] ?? 0;
  for (const at of [...times, now()]) {
    free = Math.min(burst * refillMs, free + at - last);
    last = at;
    free -= refillMs;
  }
  return Math.max(0, -free);
};

export const makeEndpoint = () => {
  const calls = new Map<string, number[]>();
  const costs: Entry[] = [];
  const alerts: string[] = [];

  const usedOn = (account: string, day: number): number =>
    costs.reduce((sum, one) => (one.account === account && one.day === day ? sum + one.cost : sum), 0);

  const tellIfNear = (account: string, day: number, cap: number): void => {
    const key = JSON.stringify([account, day]);
    if (alerts.includes(key) || usedOn(account, day) < 0.8 * cap) return;
    alerts.push(key);
    alert(account);
  };

  const steps = async (account: string, plan: Plan, text: string, maxTokens: number, step: number): Promise<Reply> => {
    if (step === STEPS_MAX) return no("steps");
    const worst = costOf(countTokens(text), maxTokens);
    const entry: Entry = { account, at: now(), day: dayOf(now()), cost: worst };
    if (usedOn(account, entry.day) + worst > plan.cap) return no("budget", (entry.day + 1) * DAY_MS - now());
    costs.push(entry);
    tellIfNear(account, entry.day, plan.cap);
    const reply = await askModel({ text, maxTokens });
    entry.cost = costOf(reply.tokensIn, reply.tokensOut);
    return reply.again === null ? { kind: "answered", text: reply.text } : steps(account, plan, reply.again, maxTokens, step + 1);
  };

  return async ({ account, text, maxTokens }: Call): Promise<Reply> => {
    const wanted = maxTokens ?? (maxTokens === null ? Number.NaN : TOKENS_OUT_MAX);
    if (typeof wanted !== "number" || wanted < 1 || Math.floor(wanted) !== wanted) return no("invalid");
    if (countTokens(text) > TOKENS_IN_MAX) return no("too long");
    try {
      const plan = await planOf(account);
      const own = calls.get(account) ?? [];
      const waitMs = waitFor(own, plan);
      if (waitMs > 0) return no("rate", waitMs);
      calls.set(account, [...own, now()]);
      return await steps(account, plan, text, Math.min(wanted, TOKENS_OUT_MAX), 0);
    } catch {
      return { kind: "failed" };
    }
  };
};
