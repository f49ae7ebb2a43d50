import { costOf, countTokens, DAY_MS, STEPS_MAX, TOKENS_IN_MAX, TOKENS_OUT_MAX } from "./rules.ts";
import { alert, askModel, type ModelReply, now, type Plan, planOf } from "./world.ts";

export type Call = {
  /** Who pays; known from the sign-in. */
  account: string;
  /** One account may have many. */
  session: string;
  /** From here on everything comes from outside and may be anything. */
  text: string;
  maxTokens?: unknown;
};

type Refused = {
  kind: "refused";
  because: "invalid" | "too long" | "rate" | "budget" | "steps";
  /** When trying again makes sense; null: never, as it is. */
  retryAfterMs: number | null;
};

export type Reply = { kind: "answered"; text: string } | { kind: "failed" } | Refused;

const refuse = (because: Refused["because"], retryAfterMs: number | null = null): Refused => ({
  kind: "refused",
  because,
  retryAfterMs,
});

/** Counted in milliseconds of waiting, so that nothing is rounded. */
const makeBucket = ({ burst, refillMs }: Plan) => {
  let free = burst;
  let at = now();
  return (): number => {
    free = Math.min(burst, free + Math.floor((now() - at) / refillMs));
    at = now();
    if (free < 1) return refillMs;
    free -= 1;
    return 0;
  };
};

/** What is spent or reserved of one day. A reservation is settled in the day in which it was made. */
const makeDay = (account: string, { cap }: Plan) => {
  let used = 0;
  let isAlerted = false;
  return {
    number: Math.floor(now() / DAY_MS),
    reserve: (worst: number): boolean => {
      if (used + worst > cap) return false;
      used += worst;
      if (!isAlerted && used >= cap * 0.8) {
        isAlerted = true;
        alert(account);
      }
      return true;
    },
    giveBack: (unused: number): void => {
      used -= unused;
    },
  };
};

const makeAccount = (name: string, plan: Plan) => {
  let day = makeDay(name, plan);
  return {
    take: makeBucket(plan),
    today: () => {
      if (day.number !== Math.floor(now() / DAY_MS)) day = makeDay(name, plan);
      return day;
    },
  };
};

type Account = ReturnType<typeof makeAccount>;

/** Reserves the worst case, asks, and gives back what was not used. After a failure nobody knows, so nothing is given back. */
const oneStep = async (account: Account, text: string, maxTokens: number): Promise<ModelReply | Refused> => {
  const tokensIn = countTokens(text);
  const day = account.today();
  const worst = costOf(tokensIn, maxTokens);
  if (!day.reserve(worst)) return refuse("budget", DAY_MS - (now() % DAY_MS));
  const reply = await askModel({ text, maxTokens });
  day.giveBack(worst - costOf(reply.tokensIn, reply.tokensOut));
  return reply;
};

export const makeEndpoint = () => {
  const accounts = new Map<string, Account>();

  return async ({ account: name, text, maxTokens: asked = TOKENS_OUT_MAX }: Call): Promise<Reply> => {
    if (typeof asked !== "number" || !Number.isInteger(asked) || asked < 1) return refuse("invalid");
    if (countTokens(text) > TOKENS_IN_MAX) return refuse("too long");

    const plan = await planOf(name);
    // From here to the reservation nothing waits, so nobody comes in between.
    const account = accounts.get(name) ?? makeAccount(name, plan);
    accounts.set(name, account);
    const waitMs = account.take();
    if (waitMs > 0) return refuse("rate", waitMs);

    try {
      let next = text;
      for (let step = 0; step < STEPS_MAX; step++) {
        const reply = await oneStep(account, next, Math.min(asked, TOKENS_OUT_MAX));
        if ("kind" in reply) return reply;
        if (reply.again === null) return { kind: "answered", text: reply.text };
        next = reply.again;
      }
      return refuse("steps");
    } catch {
      return { kind: "failed" };
    }
  };
};
