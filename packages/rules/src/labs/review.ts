import type { Json } from "../exercise.ts";
import { listOf, recordOf, textOf } from "./read-json.ts";

/** What somebody says of a change: comments on lines, and a decision. */
export type Review = {
  readonly comments: readonly ReviewComment[];
  /** Null: not decided yet. */
  readonly decision: string | null;
};

export type ReviewComment = {
  readonly file: string;
  /** Places in the file's list of shown lines, from 0, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly problem: string;
  readonly text: string;
};

export const commentsMax = 30;
export const commentCharsMax = 1000;
const placeMax = 100_000;

/** From untrusted JSON; null where it has another shape or too much of it. */
export const readReview = (value: Json | undefined): Review | null => {
  const record = recordOf(value);
  const comments = listOf(record?.get("comments"), commentsMax, commentOf);
  const decision = record?.get("decision") ?? null;
  if (comments === null) return null;
  if (decision === null) return { comments, decision };
  const decided = textOf(decision, 100);
  return decided === null ? null : { comments, decision: decided };
};

const commentOf = (value: Json): ReviewComment | null => {
  const record = recordOf(value);
  const file = textOf(record?.get("file"), 300);
  const problem = textOf(record?.get("problem"), 100);
  const text = textOf(record?.get("text"), commentCharsMax);
  const from = placeOf(record?.get("from"));
  const to = placeOf(record?.get("to"));
  if (file === null || problem === null || text === null) return null;
  return from === null || to === null || from > to ? null : { file, from, to, problem, text };
};

const placeOf = (value: Json | undefined): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= placeMax
    ? value
    : null;
