/** Read-only: the web server. It has checked the sign-in before it calls the bot. */
import { makeBot } from "./bot.ts";
import type { Session } from "./types.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export const serve = async (requests: { session: Session; question: string }[]) => {
  const bot = makeBot();
  const replies = [];
  for (const { session, question } of requests) {
    host.call("arrives");
    replies.push(await bot.ask(session, question));
  }
  return replies;
};
