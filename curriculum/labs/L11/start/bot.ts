import { modelKey } from "./config.ts";
import { logEvent } from "./log.ts";
import { answerHtml } from "./page.ts";
import { firstMessages, withResult } from "./prompt.ts";
import { runTool } from "./tools.ts";
import type { Message, Reply, Session } from "./types.ts";
import { askModel } from "./world.ts";

type Work = { messages: Message[]; tools: string[]; reply: Reply };

/** Asks the model, runs the tools that it asks for, until it has an answer. */
const work = (session: Session, question: string): Work => {
  const key = modelKey();
  const tools: string[] = [];
  let messages = firstMessages(question);
  while (true) {
    const reply = askModel({ key, messages });
    if ("text" in reply) {
      return { messages, tools, reply: { html: answerHtml(question, reply.text) } };
    }
    const result = runTool(reply.tool, reply.args, session);
    tools.push(reply.tool);
    messages = withResult(messages, reply.tool, result);
  }
};

export const makeBot = () => ({
  ask: (session: Session, question: string): Reply => {
    const { messages, tools, reply } = work(session, question);
    logEvent({ session, question, messages, tools, reply });
    return reply;
  },
});
