import { budgetOf, type Message, now, type Provider, providers, send, writeLog } from "./network.ts";
import { countTokens, FALLBACK, redact, TOKENS_OUT_MAX, WAIT_MS_MAX } from "./rules.ts";
import { sha256 } from "./sha256.ts";

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "fallback"; text: string }
  | { kind: "refused"; because: "invalid" | "model" | "budget" };

type Call = { model: string; messages: Message[] };

const roles: readonly unknown[] = ["system", "user", "assistant"];

const isMessage = (one: unknown): one is Message =>
  typeof one === "object" &&
  one !== null &&
  "role" in one &&
  "content" in one &&
  roles.includes(one.role) &&
  typeof one.content === "string";

const parseCall = (body: unknown): Call | null => {
  if (typeof body !== "object" || body === null) return null;
  if (!("model" in body) || !("messages" in body)) return null;
  const { model, messages } = body;
  if (typeof model !== "string" || !Array.isArray(messages)) return null;
  return messages.length > 0 && messages.every(isMessage) ? { model, messages } : null;
};

/** Only the fields that a message has, and of its text only what may leave. */
const clean = (messages: Message[]) => {
  let redacted = 0;
  const sent = messages.map(({ role, content }) => {
    const { clean, count } = redact(content);
    redacted += count;
    return { role, content: clean };
  });
  return { sent, redacted, tokens: sent.reduce((sum, one) => sum + countTokens(one.content), 0) };
};

const answerOf = (provider: Provider, messages: Message[]): string | null => {
  const { url, model } = provider;
  try {
    const { status, body } = send({ url, model, messages, timeoutMs: WAIT_MS_MAX - 1000 });
    const text = status === 200 ? JSON.parse(body)?.text : null;
    return typeof text === "string" ? text : null;
  } catch {
    // What broke is the provider's affair, and what it says may hold what we sent.
    return null;
  }
};

const makeLog = () => {
  let seq = 0;
  let previous = "";
  /** Nothing that a caller has written is among the values. */
  return (team: string, model: string | null, decision: string, tokens = 0, redacted = 0) => {
    seq += 1;
    const at = now();
    const hash = sha256(JSON.stringify([seq, at, team, model, tokens, redacted, decision, previous]));
    writeLog({ seq, at, team, model, tokens, redacted, decision, previous, hash });
    previous = hash;
  };
};

export const makeGateway = () => {
  const log = makeLog();
  const used = new Map<string, number>();

  return (team: string, body: unknown): Reply => {
    const call = parseCall(body);
    if (call === null) {
      log(team, null, "invalid");
      return { kind: "refused", because: "invalid" };
    }
    const table = new Map(Object.entries(providers()));
    const provider = table.get(call.model);
    if (provider === undefined || !provider.teams.includes(team)) {
      log(team, provider === undefined ? null : call.model, "model");
      return { kind: "refused", because: "model" };
    }
    const { sent, redacted, tokens } = clean(call.messages);
    const total = (used.get(team) ?? 0) + tokens + TOKENS_OUT_MAX;
    if (total > budgetOf(team)) {
      log(team, call.model, "budget", tokens, redacted);
      return { kind: "refused", because: "budget" };
    }
    used.set(team, total);
    const text = answerOf(provider, sent);
    log(team, call.model, text === null ? "fallback" : "answered", tokens, redacted);
    return text === null ? { kind: "fallback", text: FALLBACK } : { kind: "answered", text };
  };
};
