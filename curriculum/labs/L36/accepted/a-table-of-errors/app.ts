import { callModel, type Environment, leaseKey, log, now } from "./platform.ts";
import type { Answer, Started } from "./service.ts";

const meanings: Record<number, string> = {
  401: "the key was refused",
  403: "no right to this model",
  429: "too many requests",
  500: "the provider failed",
  503: "the provider is away",
};

const explain = (error: unknown): string => {
  for (const status of Object.keys(meanings)) {
    if (new RegExp(`(^|\\D)${status}(\\D|$)`).test(String((error as Error).message))) {
      return `${status}: ${meanings[Number(status)]}`;
    }
  }
  return "the provider could not be reached";
};

export const startApp = (environment: Environment): Started => {
  const state = { key: "", until: -1, lookAgain: 0 };
  const look = () => {
    if (now() < state.lookAgain) return;
    state.lookAgain = now() + 20_000;
    let lease: ReturnType<typeof leaseKey>;
    try {
      lease = leaseKey();
    } catch {
      return log("vault away");
    }
    const isOurs = lease.environment === environment;
    state.key = isOurs ? lease.key : "";
    state.until = isOurs ? lease.expiresAt : -1;
  };
  look();
  if (state.key === "") return { ok: false, says: `Vault gave no ${environment} key. Not starting.` };
  const answer = (text: string): Answer => {
    look();
    if (now() >= state.until) return { ok: false, says: "waiting for the vault" };
    try {
      return { ok: true, text: callModel(state.key, text) };
    } catch (error) {
      return { ok: false, says: explain(error) };
    }
  };
  return { ok: true, app: { answer } };
};
