import type { Message, Reply, Session } from "./types.ts";
import { now, writeLog } from "./world.ts";

/** What is known of a question when it is over. */
export type Event = {
  session: Session;
  question: string;
  messages: Message[];
  /** Names of the tools that ran, in their order. */
  tools: string[];
  reply: Reply;
};

/** One line for each question. */
export const logEvent = ({ session, question, messages, tools, reply }: Event): void => {
  const outcome = "refused" in reply ? reply.refused : "answered";
  writeLog({ at: now(), account: session.account, outcome, tools, question, messages, reply });
};
