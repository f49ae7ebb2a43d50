import { knowledge } from "./knowledge.ts";
import { askGuard, askTask } from "./models.ts";
import { GUARD_RULES, QUESTION_CHARS_MAX, TASK_RULES } from "./rules.ts";

/** The page around the bot words a refusal, and shows the phone number. Operations counts the three kinds. */
export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "refused"; because: "blocked" | "failed" | "too long" };

class Refusal extends Error {
  readonly because: "blocked" | "failed" | "too long";
  constructor(because: "blocked" | "failed" | "too long") {
    super(because);
    this.because = because;
  }
}

const passGuard = (question: string): void => {
  const said: unknown = JSON.parse(
    askGuard([
      { role: "system", content: GUARD_RULES },
      { role: "user", content: JSON.stringify(question) },
    ]),
  );
  const isObject = typeof said === "object" && said !== null && !Array.isArray(said);
  const verdict = isObject && "verdict" in said ? said.verdict : undefined;
  if (verdict === "block") throw new Refusal("blocked");
  if (verdict !== "allow") throw new Refusal("failed");
};

const publicHelp = (): string =>
  JSON.stringify(
    knowledge()
      .filter((entry) => entry.audience === "public")
      .map(({ topic, text }) => ({ topic, text })),
  );

/** Anything that goes wrong on the way is a refusal, whoever was to blame. */
export const answer = (question: string): Reply => {
  try {
    if (question.length > QUESTION_CHARS_MAX) throw new Refusal("too long");
    passGuard(question);
    const messages = [
      { role: "system" as const, content: TASK_RULES },
      { role: "system" as const, content: publicHelp() },
      { role: "user" as const, content: question },
    ];
    return { kind: "answered", text: askTask(messages) };
  } catch (error) {
    return { kind: "refused", because: error instanceof Refusal ? error.because : "failed" };
  }
};
