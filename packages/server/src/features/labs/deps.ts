import type { Range } from "@checkride/range/run-cases";
import type { Content } from "../../platform/content.ts";
import type { Grader } from "./grader.ts";
import type { LabBook } from "./lab-book.ts";

export type Counted = { readonly count: number; readonly windowEndsAt: Date };

/** What labs need of others. */
export type LabDeps = {
  readonly content: () => Content;
  readonly book: LabBook;
  readonly range: Range;
  readonly grader: Grader;
  /** Counts one more in a bucket, whatever becomes of the request. */
  readonly countOne: (bucket: string, now: Date, windowEndsAt: Date) => Promise<Counted>;
};
