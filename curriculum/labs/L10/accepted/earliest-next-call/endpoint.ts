import { costOf, countTokens, DAY_MS, STEPS_MAX, TOKENS_IN_MAX, TOKENS_OUT_MAX } from "./rules.ts";
import { alert, askModel, now, type Plan, planOf } from "./world.ts";

export type Call = {
  /** Who pays; known from the sign-in. */
  account: string;
  /** One account may have many. */
  session: string;
  /** From here on everything comes from outside and may be anything. */
  text: string;
  maxTokens?: unknown;
};

type Because = "invalid" | "too long" | "rate" | "budget" | "steps";

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "failed" }
  | { kind: "refused"; because: Because; retryAfterMs: number | null };

class Refusal extends Error {
  readonly because: Because;
  readonly retryAfterMs: number | null;
  constructor(because: Because, retryAfterMs: number | null = null) {
    super(because);
    this.because = because;
    this.retryAfterMs = retryAfterMs;
  }
}

const today = (): number => now() - (now() % DAY_MS);

class Account {
  /** When the bucket is full again: each call moves it on by one refill. */
  #fullAt = 0;
  #sumOfDay = new Map<number, number>();
  #alertedOn = new Set<number>();
  readonly #name: string;
  readonly #plan: Plan;

  constructor(name: string, plan: Plan) {
    this.#name = name;
    this.#plan = plan;
  }

  takeCall(): void {
    const { burst, refillMs } = this.#plan;
    const fullAt = Math.max(this.#fullAt, now());
    const waitMs = fullAt + refillMs - now() - burst * refillMs;
    if (waitMs > 0) throw new Refusal("rate", waitMs);
    this.#fullAt = fullAt + refillMs;
  }

  /** Gives back what settles the reservation, for the day in which it was made. */
  reserve(most: number): (real: number) => void {
    const day = today();
    const sum = (this.#sumOfDay.get(day) ?? 0) + most;
    if (sum > this.#plan.cap) throw new Refusal("budget", day + DAY_MS - now());
    this.#sumOfDay.set(day, sum);
    if (sum * 10 >= this.#plan.cap * 8 && !this.#alertedOn.has(day)) {
      this.#alertedOn.add(day);
      alert(this.#name);
    }
    return (real) => this.#sumOfDay.set(day, (this.#sumOfDay.get(day) ?? 0) - most + real);
  }
}

const readMax = (maxTokens: unknown): number => {
  if (maxTokens === undefined) return TOKENS_OUT_MAX;
  if (!Number.isSafeInteger(maxTokens) && !(Number.isInteger(maxTokens) && Number(maxTokens) > 0)) throw new Refusal("invalid");
  if (Number(maxTokens) < 1) throw new Refusal("invalid");
  return Math.min(Number(maxTokens), TOKENS_OUT_MAX);
};

export const makeEndpoint = () => {
  const accounts: Record<string, Account> = Object.create(null);

  const answer = async ({ account: name, text, maxTokens: given }: Call): Promise<string> => {
    const maxTokens = readMax(given);
    if (countTokens(text) > TOKENS_IN_MAX) throw new Refusal("too long");
    const plan = await planOf(name);
    accounts[name] ??= new Account(name, plan);
    const account = accounts[name];
    account.takeCall();
    let input: string | null = text;
    let said = "";
    for (let step = 1; input !== null; step++) {
      if (step > STEPS_MAX) throw new Refusal("steps");
      const settle = account.reserve(costOf(countTokens(input), maxTokens));
      const reply = await askModel({ text: input, maxTokens });
      settle(costOf(reply.tokensIn, reply.tokensOut));
      said = reply.text;
      input = reply.again;
    }
    return said;
  };

  return async (call: Call): Promise<Reply> => {
    try {
      return { kind: "answered", text: await answer(call) };
    } catch (error) {
      if (!(error instanceof Refusal)) return { kind: "failed" };
      return { kind: "refused", because: error.because, retryAfterMs: error.retryAfterMs };
    }
  };
};
