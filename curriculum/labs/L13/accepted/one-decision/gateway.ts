import * as net from "./network.ts";
import * as rules from "./rules.ts";
import { sha256 } from "./sha256.ts";

type Entry = { decision: string; model: string | null; tokens: number; redacted: number };
/** Whatever a team sent: nothing of it is known to be there. */
type Asked = { model?: unknown; messages?: unknown } | null | undefined;
type Outcome = { reply: unknown; entry: Entry };

class Gateway {
  spent: Record<string, number> = Object.create(null);
  lines: string[] = [""];

  ask(team: string, body: Asked) {
    const { reply, entry } = this.decide(team, body);
    const at = net.now();
    const seq = this.lines.length;
    const previous = this.lines[seq - 1];
    const { model, tokens, redacted, decision } = entry;
    const hash = sha256(JSON.stringify([seq, at, team, model, tokens, redacted, decision, previous]));
    this.lines.push(hash);
    net.writeLog({ hash, previous, decision, redacted, tokens, model, team, at, seq });
    return reply;
  }

  decide(team: string, body: Asked): Outcome {
    const refuse = (because: string, more: Partial<Entry> = {}): Outcome => ({
      reply: { kind: "refused", because },
      entry: { decision: because, model: null, tokens: 0, redacted: 0, ...more },
    });
    const messages: unknown = body?.messages;
    if (typeof body?.model !== "string" || !Array.isArray(messages) || messages.length === 0) return refuse("invalid");
    for (const one of messages) {
      if (!["system", "user", "assistant"].some((role) => role === one?.role)) return refuse("invalid");
      if (typeof one.content !== "string") return refuse("invalid");
    }
    const table = net.providers();
    if (!Object.hasOwn(table, body.model)) return refuse("model");
    const model: string = body.model;
    const { url, model: pinned, teams } = table[model];
    if (teams.indexOf(team) === -1) return refuse("model", { model });

    let redacted = 0;
    let tokens = 0;
    const clean = [];
    for (const { role, content } of messages) {
      const one = rules.redact(content);
      redacted += one.count;
      tokens += rules.countTokens(one.clean);
      clean.push({ role, content: one.clean });
    }
    const cost = tokens + rules.TOKENS_OUT_MAX;
    const spent = this.spent[team] ?? 0;
    if (spent + cost > net.budgetOf(team)) return refuse("budget", { model, tokens, redacted });
    this.spent[team] = spent + cost;

    // Two short tries.
    for (const timeoutMs of [6000, 3500]) {
      try {
        const answer = net.send({ url, model: pinned, messages: clean, timeoutMs, redirect: "error" });
        const parsed = JSON.parse(answer.body);
        if (answer.status === 200 && typeof parsed.text === "string") {
          return {
            reply: { kind: "answered", text: parsed.text },
            entry: { decision: "answered", model, tokens, redacted },
          };
        }
      } catch {}
    }
    return {
      reply: { kind: "fallback", text: rules.FALLBACK },
      entry: { decision: "fallback", model, tokens, redacted },
    };
  }
}

export function makeGateway() {
  const gateway = new Gateway();
  return (team: string, body: unknown) => gateway.ask(team, body);
}
