import { COMPANY } from "./config.ts";
import type { Message } from "./types.ts";

export const RULES = [
  `You are the helpdesk of ${COMPANY}. Be brief and friendly.`,
  "Use the tools to look up tickets. Do not promise dates.",
  "Passwords are reset by calling extension 4711 with the word of the week.",
].join("\n");

/** What the model gets when somebody asks. */
export const firstMessages = (question: string): Message[] => {
  const rules: Message = { role: "system", content: RULES };
  return [rules, { role: "user", content: question }];
};

/** What the model gets of a tool's result, after the messages so far. */
export const withResult = (messages: Message[], tool: string, result: unknown): Message[] =>
  messages.concat({ role: "tool", content: JSON.stringify({ tool, result }) });
