import { drawItems } from "@checkride/rules/draw-items";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { Sitting } from "../../platform/tries.ts";
import type { QuizDeps } from "./deps.ts";
import { activityOf, type Quiz } from "./quiz-book.ts";
import { againFrom } from "./show-quiz.ts";
import { readLastPass } from "./store.ts";

const bankTooSmall = () =>
  refuse("bank-too-small", "The bank has too few questions of what this quiz asks.", {
    wayOut: "Tell an owner: the questions or their faults show under content health.",
  });

/** Since the track's quiz or its refresher was last passed: recertification asks for what came after that. */
const lastPassedOn = async (db: Database, personId: string, quiz: Quiz): Promise<string | null> => {
  if (quiz.kind === "five-minutes") return null;
  const activities = [quiz.track, `${quiz.track}-refresher`].map(activityOf);
  const at = await readLastPass(db, personId, activities);
  return at?.toISOString().slice(0, 10) ?? null;
};

export const beginQuiz = async (
  db: Database,
  deps: QuizDeps,
  quiz: Quiz,
  personId: string,
  now: Date,
): Promise<Result<Sitting, Refusal>> =>
  deps.tries.begin(db, {
    personId,
    activity: activityOf(quiz.id),
    now,
    againFrom,
    draw: async (history) => {
      if (!quiz.isReady) return bankTooSmall();
      const newSince = await lastPassedOn(db, personId, quiz);
      const drawn = drawItems(quiz.items, { ...history, counts: quiz.counts, newSince });
      return drawn.length === quiz.questions ? ok(drawn) : bankTooSmall();
    },
  });
