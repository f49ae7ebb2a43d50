import type { Submission, ToReview, WrittenView } from "@checkride/api/written";
import { passMarkFor } from "@checkride/rules/pass-mark";
import {
  reviewsFirst,
  reviewsNeeded,
  type WrittenAssessment,
  writtenAssessments,
} from "@checkride/rules/written-assessment";
import type { Database } from "../../platform/database.ts";
import type { AssessmentDeps } from "./deps.ts";
import { type Review, readReviews, type Work } from "./written-store.ts";

export const activityOf = (assessment: string): string => `assessment/${assessment}`;

/** Known to the curriculum and to us: what is to be written in it. */
export const findWritten = (
  deps: AssessmentDeps,
  id: string,
): {
  readonly written: WrittenAssessment;
  readonly title: string;
  readonly minutes: number;
} | null => {
  const written = writtenAssessments.find((one) => one.id === id);
  const activity = deps.catalogue().activities.get(activityOf(id));
  return written && activity ? { written, title: activity.title, minutes: activity.minutes } : null;
};

export const pointsToPass = async (
  db: Database,
  deps: AssessmentDeps,
  { id, rubric }: WrittenAssessment,
): Promise<number> => {
  const inForce = await deps.policyInForce(db);
  const share = passMarkFor(inForce?.policy ?? null, activityOf(id));
  return Math.round(share * rubric.length * 100) / 100;
};

const reviewView = (review: Review, index: number): WrittenView["reviews"][number] => ({
  number: index + 1,
  at: review.reviewedAt.toISOString(),
  points: review.points,
  byPoint: { ...review.byPoint },
  comment: review.comment,
});

const isDecided = ({ state }: Work): boolean => state === "passed" || state === "not-passed";

const fieldsOf = ({ fields, rubric }: WrittenAssessment) => ({
  fields: fields.map(({ id, title, help }) => ({ id, title, help })),
  rubric: rubric.map(({ id, says }) => ({ id, says })),
});

type Found = NonNullable<ReturnType<typeof findWritten>>;

export const showWritten = async (
  db: Database,
  deps: AssessmentDeps,
  { written, title, minutes }: Found,
  work: Work | undefined,
): Promise<WrittenView> => {
  const reviews = work ? await readReviews(db, work.id) : [];
  const shown = work && isDecided(work) ? reviews : [];
  return {
    assessment: written.id,
    title,
    minutes,
    state: work?.state ?? "draft",
    ...fieldsOf(written),
    pointsToPass: await pointsToPass(db, deps, written),
    texts: { ...work?.texts },
    version: work?.version ?? 0,
    submittedAt: work?.submittedAt?.toISOString() ?? null,
    decidedAt: work?.decidedAt?.toISOString() ?? null,
    points: work?.points ?? null,
    reviewsNeeded: shown.length > 0 ? shown.length : reviewsFirst,
    reviews: shown.map(reviewView),
  };
};

/** Without the author: a text is judged, not a person. */
export const waitingView = (
  deps: AssessmentDeps,
  work: Work,
  given: readonly number[],
): ToReview => ({
  id: work.id,
  assessment: work.assessment,
  title: findWritten(deps, work.assessment)?.title ?? work.assessment,
  submittedAt: (work.submittedAt ?? work.savedAt).toISOString(),
  reviewed: given.length,
  reviewsNeeded: reviewsNeeded(given),
});

export const submissionView = (
  deps: AssessmentDeps,
  found: Found,
  work: Work,
  given: readonly number[],
): Submission => ({
  ...waitingView(deps, work, given),
  ...fieldsOf(found.written),
  texts: { ...work.texts },
});
