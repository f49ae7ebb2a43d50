import { knowledge } from "./knowledge.ts";
import { askGuard, askTask } from "./models.ts";
import { GUARD_RULES, QUESTION_CHARS_MAX, TASK_RULES } from "./rules.ts";

/** The page around the bot words a refusal, and shows the phone number. Operations counts the three kinds. */
export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "refused"; because: "blocked" | "failed" | "too long" };

/** Exactly one value opens. Whatever is no verdict at all is a failure of the guard, and told apart from its "block". */
const judge = (question: string): "allow" | "blocked" | "failed" => {
  const verdict = JSON.parse(
    askGuard([
      { role: "system", content: GUARD_RULES },
      // As a JSON string, whose end nobody can write from inside.
      { role: "user", content: JSON.stringify({ message: question }) },
    ]),
  )?.verdict;
  if (verdict === "allow") return "allow";
  return verdict === "block" ? "blocked" : "failed";
};

const ask = (question: string): string => {
  const help = knowledge().flatMap(({ topic, text, audience }) =>
    audience === "public" ? [`## ${topic}\n${text}`] : [],
  );
  return askTask([
    { role: "system", content: [TASK_RULES, ...help].join("\n\n") },
    { role: "user", content: question },
  ]);
};

export const answer = (question: string): Reply => {
  if (question.length > QUESTION_CHARS_MAX) return { kind: "refused", because: "too long" };
  try {
    const verdict = judge(question);
    if (verdict !== "allow") return { kind: "refused", because: verdict };
    return { kind: "answered", text: ask(question) };
  } catch {
    return { kind: "refused", because: "failed" };
  }
};
