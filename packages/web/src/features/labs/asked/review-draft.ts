import type { Json } from "@checkride/rules/exercise";
import { type Review, type ReviewComment, readReview } from "@checkride/rules/labs/review";

/** What stands in the answer; anything else counts as nothing said yet. */
export const reviewOf = (value: Json | undefined): Review =>
  readReview(value) ?? { comments: [], decision: null };

export const reviewJson = ({ comments, decision }: Review): Json => ({
  comments: comments.map(({ file, from, to, problem, text }) => ({
    file,
    from,
    to,
    problem,
    text,
  })),
  decision,
});

const inReadingOrder =
  (files: readonly string[]) =>
  (a: ReviewComment, b: ReviewComment): number =>
    files.indexOf(a.file) - files.indexOf(b.file) || a.from - b.from;

/** With one comment more, or in the place of another, in the order in which the change is read. */
export const withComment = (
  review: Review,
  comment: ReviewComment,
  instead: ReviewComment | null,
  files: readonly string[],
): Review => ({
  ...review,
  comments: [...withoutComment(review, instead).comments, comment].toSorted(inReadingOrder(files)),
});

export const withoutComment = (review: Review, comment: ReviewComment | null): Review => ({
  ...review,
  comments: review.comments.filter((one) => one !== comment),
});
