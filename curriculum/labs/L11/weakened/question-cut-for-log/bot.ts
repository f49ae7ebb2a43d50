import { modelKey } from "./config.ts";
import { logEvent } from "./log.ts";
import { answerHtml } from "./page.ts";
import { firstMessages, withResult } from "./prompt.ts";
import { isTool, runTool } from "./tools.ts";
import type { Refusal, Reply, Session } from "./types.ts";
import { askModel, now } from "./world.ts";

const QUESTION_CHARS_MAX = 2000;
const QUESTIONS_MAX = 5;
const WITHIN_MS = 60_000;
const TOKENS_MAX = 500;
const STEPS_MAX = 3;

type Work = { tools: string[]; reply: Reply };

const refuse = (refused: Refusal, tools: string[] = []): Work => ({ tools, reply: { refused } });

/** Asks the model, runs the tools that it asks for, until it has an answer or has asked too often. */
const work = (session: Session, question: string): Work => {
  const key = modelKey();
  if (key === null) return refuse("not configured");
  const tools: string[] = [];
  let messages = firstMessages(question);
  for (let step = 0; step <= STEPS_MAX; step++) {
    const reply = askModel({ key, messages, maxTokens: TOKENS_MAX });
    if ("text" in reply) return { tools, reply: { html: answerHtml(question, reply.text) } };
    if (step === STEPS_MAX) break;
    const result = runTool(reply.tool, reply.args, session);
    // A name that is no tool is a text of the model, and stays out of the log.
    if (isTool(reply.tool)) tools.push(reply.tool);
    messages = withResult(messages, reply.tool, result);
  }
  return refuse("too many steps", tools);
};

export const makeBot = () => {
  const asked = new Map<string, number[]>();

  const isTooMany = (account: string): boolean => {
    const recent = (asked.get(account) ?? []).filter((at) => at > now() - WITHIN_MS);
    const isFull = recent.length >= QUESTIONS_MAX;
    asked.set(account, isFull ? recent : [...recent, now()]);
    return isFull;
  };

  const decide = (session: Session, question: string): Work => {
    if (question.length > QUESTION_CHARS_MAX) return refuse("too long");
    if (isTooMany(session.account)) return refuse("too many questions");
    return work(session, question);
  };

  return {
    ask: (session: Session, question: string): Reply => {
      const { tools, reply } = decide(session, question);
      logEvent({ session, question, tools, reply });
      return reply;
    },
  };
};
