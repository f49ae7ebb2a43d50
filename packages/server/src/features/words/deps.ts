import type { GivenAnswer } from "@checkride/api/given-answers";
import type { Answer } from "@checkride/rules/answer";
import type { Exercise } from "@checkride/rules/exercise";
import type { Result } from "@checkride/rules/result";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";

/** A single question that stands alone in a place such as `case/samsung-2023`. */
export type LoneQuestion = {
  readonly exercise: Exercise;
  readonly place: string;
  readonly person: string;
};

/** What glossary, cases and kits need of others. */
export type WordDeps = {
  readonly content: () => Content;
  /** Activities that somebody passed: `lab/L17`. */
  readonly passedOf: (db: Database, person: string) => Promise<ReadonlySet<string>>;
  readonly show: (question: LoneQuestion) => ShownExercise;
  /** The answer that was given to it as it is now. */
  readonly given: (db: Database, question: LoneQuestion) => Promise<GivenAnswer | null>;
  readonly answer: (
    db: Database,
    question: LoneQuestion,
    answer: Answer,
    now: Date,
  ) => Promise<Result<GivenAnswer, Refusal>>;
};
