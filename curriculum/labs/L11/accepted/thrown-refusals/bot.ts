import { modelKey } from "./config.ts";
import { logEvent } from "./log.ts";
import { answerHtml } from "./page.ts";
import { firstMessages, withResult } from "./prompt.ts";
import { runTool, TOOLS } from "./tools.ts";
import type { Message, Refusal, Reply, Session } from "./types.ts";
import { askModel, now } from "./world.ts";

class Refused extends Error {
  readonly because: Refusal;
  constructor(because: Refusal) {
    super(because);
    this.because = because;
  }
}

/** The times of the last five questions of an account, oldest first. */
class Turnstile {
  #times: Record<string, number[]> = Object.create(null);

  pass(account: string): void {
    this.#times[account] ??= [];
    const times = this.#times[account];
    while (times[0] !== undefined && times[0] + 60_000 <= now()) times.shift();
    if (times.length === 5) throw new Refused("too many questions");
    times.push(now());
  }
}

export const makeBot = () => {
  const turnstile = new Turnstile();

  const think = (key: string, messages: Message[], session: Session, used: string[], steps: number): string => {
    const said = askModel({ key, messages, maxTokens: 500 });
    if ("text" in said) return said.text;
    if (steps === 3) throw new Refused("too many steps");
    const result = runTool(said.tool, said.args, session);
    if (TOOLS.has(said.tool)) used.push(said.tool);
    return think(key, withResult(messages, said.tool, result), session, used, steps + 1);
  };

  const answer = (session: Session, question: string, used: string[]): string => {
    if (question.length > 2000) throw new Refused("too long");
    turnstile.pass(session.account);
    const key = modelKey();
    if (key === undefined) throw new Refused("not configured");
    return answerHtml(question, think(key, firstMessages(question), session, used, 0));
  };

  const ask = (session: Session, question: string): Reply => {
    const used: string[] = [];
    let reply: Reply;
    try {
      reply = { html: answer(session, question, used) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      reply = { refused: error.because };
    }
    logEvent({ account: session.account, chars: question.length, tools: used, reply });
    return reply;
  };

  return { ask };
};
