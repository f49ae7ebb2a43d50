import { modelKey } from "./config.ts";
import { logEvent } from "./log.ts";
import { answerHtml } from "./page.ts";
import { firstMessages, withResult } from "./prompt.ts";
import { runTool } from "./tools.ts";
import type { Refusal, Reply, Session } from "./types.ts";
import { askModel, now } from "./world.ts";

type Guard = (session: Session, question: string) => Refusal | null;

const notTooLong: Guard = (_, question) => (question.length > 2000 ? "too long" : null);

const fiveAMinute = (): Guard => {
  const log: { account: string; at: number }[] = [];
  return ({ account }) => {
    const at = now();
    const recent = log.filter((one) => one.account === account && at - one.at < 60_000);
    if (recent.length > 4) return "too many questions";
    log.push({ account, at });
    return null;
  };
};

const configured: Guard = () => (modelKey() === "" ? "not configured" : null);

const converse = (session: Session, question: string, ran: string[]): Reply => {
  const key = modelKey();
  let messages = firstMessages(question);
  let left = 3;
  let reply = askModel({ key, messages, maxTokens: 500 });
  while ("tool" in reply) {
    if (left-- === 0) return { refused: "too many steps" };
    const { isKnown, result } = runTool(reply.tool, reply.args, session);
    if (isKnown) ran.push(reply.tool);
    messages = withResult(messages, reply.tool, result);
    reply = askModel({ key, messages, maxTokens: 500 });
  }
  return { html: answerHtml(question, reply.text) };
};

export const makeBot = () => {
  const guards = [notTooLong, fiveAMinute(), configured];

  return {
    ask: (session: Session, question: string): Reply => {
      const tools: string[] = [];
      let refused: Refusal | null = null;
      for (const guard of guards) refused ??= guard(session, question);
      const reply = refused === null ? converse(session, question, tools) : { refused };
      logEvent({ account: session.account, chars: question.length, tools, reply });
      return reply;
    },
  };
};
