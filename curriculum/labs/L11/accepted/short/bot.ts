import { modelKey } from "./config.ts";
import { logEvent } from "./log.ts";
import { answerHtml } from "./page.ts";
import { firstMessages, withResult } from "./prompt.ts";
import { NAMES, runTool } from "./tools.ts";
import type { Reply, Session } from "./types.ts";
import { askModel, now } from "./world.ts";

class Refused extends Error {}

export function makeBot() {
  const times: Record<string, number[]> = Object.create(null);

  function answer({ account }: Session, question: string, session: Session, tools: string[]): string {
    if (question.length > 2000) throw new Refused("too long");
    const mine = (times[account] ??= []);
    while (mine.length > 0 && (mine[0] ?? 0) <= now() - 60_000) mine.shift();
    if (mine.length === 5) throw new Refused("too many questions");
    mine.push(now());
    const key = modelKey();
    if (!key) throw new Refused("not configured");

    let messages = firstMessages(question);
    for (let left = 3; ; left--) {
      const reply = askModel({ key, messages, maxTokens: 400 });
      if ("text" in reply) return answerHtml(question, reply.text);
      if (left === 0) throw new Refused("too many steps");
      if (NAMES.includes(reply.tool)) tools.push(reply.tool);
      messages = withResult(messages, reply.tool, runTool(reply.tool, reply.args, session));
    }
  }

  function ask(session: Session, question: string): Reply {
    const tools: string[] = [];
    let reply: Reply;
    let outcome = "answered";
    try {
      reply = { html: answer(session, question, session, tools) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      outcome = error.message;
      reply = { refused: outcome as never };
    }
    logEvent(session.account, outcome, tools, question.length);
    return reply;
  }

  return { ask };
}
