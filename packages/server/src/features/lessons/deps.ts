import type { RunAnswer, Submission } from "@checkride/range/submission";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { ReadOne } from "../../platform/gather.ts";
import type { QuickAnswer, QuickRow } from "./quick-store.ts";
import type { Mine } from "./store.ts";

export type Counted = { readonly count: number; readonly windowEndsAt: Date };

/** What lessons need of others. */
export type LessonDeps = {
  readonly content: () => Content;
  /** In which order options stand must not be computable from what a browser knows. */
  readonly shuffleKey: Uint8Array;
  readonly readMine: ReadOne<Mine>;
  /** Null: this answer begins or finishes something, so nothing was written of it. */
  readonly answerQuickly: (ask: QuickAnswer) => Promise<QuickRow | null>;
  readonly runCases: (
    submission: Submission,
    who: { readonly person: string },
  ) => Promise<RunAnswer>;
  /** Counts one more in a bucket whose window may be over. */
  readonly countOne: (
    db: Database,
    bucket: string,
    now: Date,
    windowEndsAt: Date,
  ) => Promise<Counted>;
};
