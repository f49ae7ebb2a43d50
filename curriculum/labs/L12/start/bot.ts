import { knowledge } from "./knowledge.ts";
import { askTask } from "./models.ts";
import { TASK_RULES } from "./rules.ts";

/** The page around the bot words a refusal, and shows the phone number. Operations counts the three kinds. */
export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "refused"; because: "blocked" | "failed" | "too long" };

export const answer = (question: string): Reply => {
  const help = knowledge().map(({ topic, text }) => `## ${topic}\n${text}`);
  const text = askTask([
    { role: "system", content: [TASK_RULES, ...help].join("\n\n") },
    { role: "user", content: question },
  ]);
  return { kind: "answered", text };
};
