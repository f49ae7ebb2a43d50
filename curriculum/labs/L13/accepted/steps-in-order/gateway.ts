import { budgetOf, type Message, now, providers, send, writeLog } from "./network.ts";
import { countTokens, FALLBACK, redact, TOKENS_OUT_MAX, WAIT_MS_MAX } from "./rules.ts";
import { sha256 } from "./sha256.ts";

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "fallback"; text: string }
  | { kind: "refused"; because: "invalid" | "model" | "budget" };

/** What is known of a call by now; each step adds to it or ends it with a reply. */
type Case = {
  readonly team: string;
  model: string | null;
  messages: Message[];
  tokens: number;
  redacted: number;
};

const refuse = (because: "invalid" | "model" | "budget"): Reply => ({ kind: "refused", because });

const readMessage = (one: Partial<Message> | null): Message | null =>
  ["system", "user", "assistant"].includes(one?.role) && typeof one.role === "string" && typeof one.content === "string"
    ? { role: one.role, content: one.content }
    : null;

class Gateway {
  #seq = 0;
  #previous = "";
  #used: Record<string, number> = Object.create(null);

  #write({ team, model, tokens, redacted }: Case, decision: string): void {
    const seq = ++this.#seq;
    const at = now();
    const previous = this.#previous;
    const hash = sha256(JSON.stringify([seq, at, team, model, tokens, redacted, decision, previous]));
    writeLog({ seq, at, team, model, tokens, redacted, decision, previous, hash });
    this.#previous = hash;
  }

  call(team: string, body: { model?: unknown; messages?: unknown } | null): Reply {
    const it: Case = { team, model: null, messages: [], tokens: 0, redacted: 0 };
    const reply = this.#decide(it, body);
    this.#write(it, reply.kind === "refused" ? reply.because : reply.kind);
    return reply;
  }

  #decide(it: Case, body: { model?: unknown; messages?: unknown } | null): Reply {
    if (typeof body?.model !== "string" || !Array.isArray(body.messages) || body.messages.length === 0) return refuse("invalid");
    const read = body.messages.map(readMessage);
    if (read.includes(null)) return refuse("invalid");

    const table = providers();
    if (!Object.hasOwn(table, body.model)) return refuse("model");
    it.model = String(body.model);
    const provider = table[it.model];
    if (!provider?.teams.includes(it.team)) return refuse("model");

    for (const { role, content } of read) {
      const { clean, count } = redact(content);
      it.messages.push({ role, content: clean });
      it.tokens += countTokens(clean);
      it.redacted += count;
    }

    const price = it.tokens + TOKENS_OUT_MAX;
    const used = this.#used[it.team] ?? 0;
    if (used + price > budgetOf(it.team)) return refuse("budget");
    this.#used[it.team] = used + price;

    try {
      const { url, model } = provider;
      const answer = send({ url, model, messages: it.messages, timeoutMs: WAIT_MS_MAX, redirect: "error" });
      const said = answer.status === 200 ? JSON.parse(answer.body) : null;
      if (typeof said?.text === "string") return { kind: "answered", text: said.text };
    } catch {
      // A provider that does not answer is no reason to tell anybody more than that.
    }
    return { kind: "fallback", text: FALLBACK };
  }
}

export const makeGateway = () => {
  const gateway = new Gateway();
  return (team: string, body: unknown): Reply => gateway.call(team, body);
};
