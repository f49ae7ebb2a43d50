import type { Content } from "../../platform/content.ts";

/** What feedback needs of others. */
export type FeedbackDeps = {
  readonly content: () => Content;
  /** Counts one more in a bucket, whatever becomes of the request. */
  readonly countOne: (
    bucket: string,
    now: Date,
    windowEndsAt: Date,
  ) => Promise<{ readonly count: number; readonly windowEndsAt: Date }>;
};
