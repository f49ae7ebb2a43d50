import * as rules from "./rules.ts";
import * as world from "./world.ts";

export type Call = { account: string; session: string; text: string; maxTokens?: unknown };

// Next free moment of each account, as in leaky buckets; what a day has used; whom somebody was told about.
const next = new Map<string, number>();
const used = new Map<string, number>();
const told = new Set<string>();

const no = (because: string, retryAfterMs: number | null) => ({ kind: "refused", because, retryAfterMs });

export function makeEndpoint() {
  return async function ask(call: Call) {
    const max = call.maxTokens === undefined ? 800 : call.maxTokens;
    if (!Number.isInteger(max) || Number(max) <= 0) return no("invalid", null);
    if (rules.countTokens(call.text) > rules.TOKENS_IN_MAX) return no("too long", null);
    const plan = await world.planOf(call.account);
    const now = world.now();
    const free = Math.max(next.get(call.account) ?? 0, now - plan.burst * plan.refillMs) + plan.refillMs;
    if (free > now) return no("rate", free - now);
    next.set(call.account, free);

    const maxTokens = Math.min(Number(max), rules.TOKENS_OUT_MAX);
    let text = call.text;
    for (let steps = rules.STEPS_MAX; steps > 0; steps -= 1) {
      const date = Math.floor(world.now() / rules.DAY_MS);
      const key = JSON.stringify([date, call.account]);
      const reserved = rules.costOf(rules.countTokens(text), maxTokens);
      const total = (used.get(key) ?? 0) + reserved;
      if (total > plan.cap) return no("budget", (date + 1) * rules.DAY_MS - world.now());
      used.set(key, total);
      if (total / plan.cap >= 0.8 && !told.has(key)) {
        told.add(key);
        world.alert(call.account);
      }
      let reply: world.ModelReply;
      try {
        reply = await world.askModel({ text, maxTokens });
      } catch {
        return { kind: "failed" };
      }
      used.set(key, (used.get(key) ?? 0) - reserved + rules.costOf(reply.tokensIn, reply.tokensOut));
      if (reply.again === null) return { kind: "answered", text: reply.text };
      text = reply.again;
    }
    return no("steps", null);
  };
}
