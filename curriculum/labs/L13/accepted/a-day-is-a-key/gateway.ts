import { budgetOf, type Message, now, providers, send, writeLog } from "./network.ts";
import { countTokens, FALLBACK, redact, TOKENS_OUT_MAX } from "./rules.ts";
import { sha256 } from "./sha256.ts";

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "fallback"; text: string }
  | { kind: "refused"; because: "invalid" | "model" | "budget" };

type Asked = { model: string; messages: Message[] };
type Sums = { tokens: number; redacted: number };

const ROLES = new Set<unknown>(["system", "user", "assistant"]);
const nothing: Sums = { tokens: 0, redacted: 0 };

function assertAsked(body: unknown): asserts body is Asked {
  const { model, messages } = Object(body);
  const isList = Array.isArray(messages) && messages.length >= 1;
  if (typeof model !== "string" || !isList) throw new TypeError("no call");
  for (const one of messages) {
    if (one === null || typeof one !== "object" || !ROLES.has(one.role) || typeof one.content !== "string") throw new TypeError("no message");
  }
}

const isAsked = (body: unknown): body is Asked => {
  try {
    assertAsked(body);
    return true;
  } catch {
    return false;
  }
};

/** The text of an answer; null for everything else that a provider may do. */
const textFrom = (status: number, body: string): string | null => {
  if (status !== 200) return null;
  const text: unknown = Object(JSON.parse(body)).text;
  return typeof text === "string" ? text : null;
};

export const makeGateway = () => {
  const entries: { hash: string }[] = [];
  const usedOn = new Map<string, number>();

  const note = (team: string, model: string | null, { tokens, redacted }: Sums, decision: string): void => {
    const [seq, at, previous] = [entries.length + 1, now(), entries.at(-1)?.hash ?? ""];
    const hash = sha256(JSON.stringify([seq, at, team, model, tokens, redacted, decision, previous]));
    entries.push({ hash });
    writeLog({ seq, at, team, model, tokens, redacted, decision, previous, hash });
  };

  const mayUse = (team: string, tokens: number): boolean => {
    const today = `${Math.floor(now() / 86_400_000)} ${team}`;
    const total = (usedOn.get(today) ?? 0) + tokens;
    const fits = total <= budgetOf(team);
    if (fits) usedOn.set(today, total);
    return fits;
  };

  const end = (team: string, model: string | null, sums: Sums, reply: Reply): Reply => {
    note(team, model, sums, reply.kind === "refused" ? reply.because : reply.kind);
    return reply;
  };

  return (team: string, body: unknown): Reply => {
    if (!isAsked(body)) return end(team, null, nothing, { kind: "refused", because: "invalid" });
    const [name, provider] = Object.entries(providers()).find(([known]) => known === body.model) ?? [null, null];
    if (!provider?.teams.some((one) => one === team)) return end(team, name, nothing, { kind: "refused", because: "model" });

    const cleaned = body.messages.map(({ role, content }) => ({ role, ...redact(content) }));
    const messages = cleaned.map(({ role, clean }) => ({ role, content: clean }));
    const sums = {
      tokens: messages.map(({ content }) => countTokens(content)).reduce((a, b) => a + b),
      redacted: cleaned.map(({ count }) => count).reduce((a, b) => a + b),
    };
    if (!mayUse(team, sums.tokens + TOKENS_OUT_MAX)) return end(team, name, sums, { kind: "refused", because: "budget" });

    let text: string | null = null;
    try {
      const request = { url: provider.url, model: provider.model, messages };
      const { status, body: said } = send({ ...request, timeoutMs: 9_500, redirect: "error" });
      text = textFrom(status, said);
    } catch {
      text = null;
    }
    return end(team, name, sums, text === null ? { kind: "fallback", text: FALLBACK } : { kind: "answered", text });
  };
};
