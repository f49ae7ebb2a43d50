import type { Reply, Session } from "./types.ts";
import { now, writeLog } from "./world.ts";

/** What is known of a question when it is over. */
export type Event = {
  session: Session;
  question: string;
  /** Names of the tools that ran, in their order. */
  tools: string[];
  reply: Reply;
};

/** One line for each question, without a word of it. */
export const logEvent = ({ session, question, tools, reply }: Event): void => {
  const outcome = "refused" in reply ? reply.refused : "answered";
  writeLog({ at: now(), account: session.account, outcome, tools, chars: question.length });
};
