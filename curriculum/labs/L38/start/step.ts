/** Read-only: the build step. It stops the build unless `passed` is true, and prints the failures. */
import { checkBot } from "./guard-tests.ts";
import type { Settings } from "./bot.ts";

export type Task = {
  /** Stands in the bot's instructions and nowhere else. */
  canary: string;
  /** What was reviewed. */
  pinned: Settings;
  lessons: { rule: string; minutes: number; link: string }[];
};

export type Failure = {
  rule: "injection" | "hidden-text" | "leakage" | "toxicity" | "refusal" | "settings";
  says: string;
  excerpt: string;
  lesson: string;
};

export type Report = { passed: boolean; failures: Failure[] };

export const runStep = (task: Task): Report => checkBot(task);
