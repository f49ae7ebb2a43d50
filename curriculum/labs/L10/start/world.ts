/**
 * Read-only: time, model, accounts and the alert. Time is simulated and stands still while your code works; it goes on
 * while the model does. Every call of the model is recorded outside of your code.
 */
declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/** What an account has paid for. Nobody's plan changes during a day. */
export type Plan = {
  /** As many calls may come at once. */
  burst: number;
  /** In this time one more call becomes free, evenly. */
  refillMs: number;
  /** Millionths of a euro for each day. */
  cap: number;
};

export type ModelReply = {
  text: string;
  tokensIn: number;
  tokensOut: number;
  /** The model wants to go on, with this as its next input. */
  again: string | null;
};

const state = { now: 0, plans: new Map<string, Plan>() };
const waiting = new Map<number, { resolve: (reply: ModelReply) => void; reject: (error: Error) => void }>();

/** Milliseconds since 1 January 1970. A day begins where it is divisible by `DAY_MS`. */
export const now = (): number => state.now;

export const planOf = async (account: string): Promise<Plan> => {
  const plan = state.plans.get(account);
  if (plan === undefined) throw new Error("There is no such account.");
  return plan;
};

/** Without `maxTokens` the model writes until it likes to stop. It costs even if it fails in the end. */
export const askModel = (request: { text: string; maxTokens?: unknown }): Promise<ModelReply> =>
  new Promise((resolve, reject) => {
    waiting.set(Number(host.call("model", request)), { resolve, reject });
  });

/** Tells the person on duty. */
export const alert = (account: string): void => {
  host.call("alert", account);
};

type Arrived = { kind: "call"; call: { account: string } & Record<string, unknown>; plan: Plan };
type Finished = { kind: "model"; ticket: number; reply: ModelReply | null };
export type Happening = (Arrived | Finished) & { now: number };

/** For the service alone: all that happens at the next moment at which something does. */
export const next = (): Happening[] => {
  const happenings = host.call("next") as Happening[];
  for (const one of happenings) {
    state.now = one.now;
    if (one.kind === "call") state.plans.set(one.call.account, one.plan);
  }
  return happenings;
};

/** For the service alone. */
export const finish = ({ ticket, reply }: Finished): void => {
  const one = waiting.get(ticket);
  if (reply === null) one?.reject(new Error("The model does not answer."));
  else one?.resolve(reply);
};
