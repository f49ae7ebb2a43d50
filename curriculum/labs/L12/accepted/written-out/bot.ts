import { knowledge } from "./knowledge.ts";
import { askGuard, askTask, type Message } from "./models.ts";
import { GUARD_RULES, QUESTION_CHARS_MAX, TASK_RULES } from "./rules.ts";

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "refused"; because: "blocked" | "failed" | "too long" };

const refused = (because: "blocked" | "failed" | "too long"): Reply => ({
  kind: "refused",
  because,
});

export async function answer(question: string): Promise<Reply> {
  const help = knowledge().filter((entry) => entry.audience === "public");
  if (question.length > QUESTION_CHARS_MAX) return refused("too long");

  let reply: string;
  try {
    reply = askGuard([
      { role: "system", content: `${GUARD_RULES}\nThe message is the JSON string of the user.` },
      { role: "user", content: JSON.stringify(question) },
    ]);
  } catch {
    return refused("failed");
  }

  let data: unknown;
  try {
    data = JSON.parse(reply);
  } catch {
    return refused("failed");
  }
  if (typeof data !== "object" || data === null || !("verdict" in data)) return refused("failed");
  switch (data.verdict) {
    case "allow":
      break;
    case "block":
      return refused("blocked");
    default:
      return refused("failed");
  }

  const messages: Message[] = [{ role: "system", content: TASK_RULES }];
  for (const { text } of help) messages.push({ role: "system", content: text });
  messages.push({ role: "user", content: question });
  try {
    return { kind: "answered", text: askTask(messages) };
  } catch {
    return refused("failed");
  }
}
