import { type Entry, knowledge } from "./knowledge.ts";
import { askGuard, askTask, type Message } from "./models.ts";
import { GUARD_RULES, QUESTION_CHARS_MAX, TASK_RULES } from "./rules.ts";

export type Reply =
  | { kind: "answered"; text: string }
  | { kind: "refused"; because: "blocked" | "failed" | "too long" };

const refused = (because: "blocked" | "failed" | "too long"): Reply => ({ kind: "refused", because });

/** Whatever a model does besides answering is silence. */
const orSilence = (ask: () => string): string | null => {
  try {
    return ask();
  } catch {
    return null;
  }
};

const parsed = (text: string | null): unknown => {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What the guard may say, and what comes of it. Everything else is a failure. */
const afterVerdict = new Map<unknown, (question: string) => Reply>([
  ["block", () => refused("blocked")],
  ["allow", (question) => fromTaskModel(question)],
]);

const isPublic = ({ audience }: Entry): boolean => audience === "public";

const fromTaskModel = (question: string): Reply => {
  let context = TASK_RULES;
  for (const { topic, text } of knowledge().filter(isPublic)) context += `\n\n${topic}: ${text}`;
  const messages: Message[] = [
    { role: "system", content: context },
    { role: "user", content: question },
  ];
  const text = orSilence(() => askTask(messages));
  return text === null ? refused("failed") : { kind: "answered", text };
};

export const answer = (question: string): Reply => {
  if (question.length > QUESTION_CHARS_MAX) return refused("too long");
  const material = JSON.stringify([{ from: "customer", says: question }], null, 2);
  const said = parsed(
    orSilence(() =>
      askGuard([
        { role: "system", content: GUARD_RULES },
        { role: "user", content: material },
      ]),
    ),
  );
  const verdict = Object(said) === said && !Array.isArray(said) ? Object.entries(Object(said)).find(([key]) => key === "verdict")?.[1] : null;
  return afterVerdict.get(verdict)?.(question) ?? refused("failed");
};
