import { createHash } from "node:crypto";
import { ok, type Result } from "@checkride/rules/result";
import {
  decidedPoints,
  reviewsNeeded,
  type WrittenAssessment,
} from "@checkride/rules/written-assessment";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { AssessmentDeps } from "./deps.ts";
import { insertReview, lockWork, readReviews, updateWork, type Work } from "./written-store.ts";
import { activityOf, findWritten, pointsToPass } from "./written-view.ts";

export type ReviewAsk = {
  readonly id: string;
  readonly reviewerId: string;
  readonly points: Readonly<Record<string, number>>;
  readonly comment: string;
  readonly now: Date;
};

type Decided = { readonly decided: boolean; readonly reviewsNeeded: number };

const ownWork = () =>
  refuse("own-work", "This text is your own; somebody else reviews it.", {
    wayOut: "Ask another lead, champion, owner or council member.",
  });

const alreadyReviewed = () =>
  refuse("already-reviewed", "Your review is kept, or this text was decided meanwhile.");

/** Every point of the rubric, and nothing else. */
const pointFaults = ({ rubric }: WrittenAssessment, points: ReviewAsk["points"]) => {
  const asked = rubric.map(({ id }) => id);
  const missing = asked.filter((id) => !Object.hasOwn(points, id));
  const strange = Object.keys(points).filter((id) => !asked.includes(id));
  return [
    ...missing.map((id) => ({ in: `body/points/${id}`, says: "has no points yet" })),
    ...strange.map((id) => ({ in: `body/points/${id}`, says: "is not in the rubric" })),
  ];
};

/** The text itself stays in its table; the ledger can only say whether a text is the one that was judged. */
const hashOf = ({ texts }: Work): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest("hex");

export const reviewWork = async (
  db: Database,
  deps: AssessmentDeps,
  ask: ReviewAsk,
): Promise<Result<Decided, Refusal>> => {
  const work = await lockWork(db, ask.id);
  const found = work && findWritten(deps, work.assessment);
  if (!work || !found || work.state === "draft") {
    return refuse("not-found", "There is nothing here under this address.");
  }
  if (work.personId === ask.reviewerId) return ownWork();
  const earlier = await readReviews(db, work.id);
  const isMine = earlier.some(({ reviewerId }) => reviewerId === ask.reviewerId);
  if (work.state !== "in-review" || isMine) return alreadyReviewed();
  const faults = pointFaults(found.written, ask.points);
  if (faults.length > 0) {
    return refuse("bad-input", "Each point of the rubric needs a value.", { faults });
  }
  const points = Object.values(ask.points).reduce((sum, value) => sum + value, 0);
  const { reviewerId, comment, now: reviewedAt } = ask;
  const review = { reviewerId, byPoint: ask.points, points, comment, reviewedAt };
  await insertReview(db, work.id, review);
  const body = { activity: activityOf(work.assessment), text: hashOf(work), points };
  const fact = { kind: "review.given", person: work.personId, actor: reviewerId, body };
  await appendEvidence(db, [{ ...fact, at: reviewedAt }]);
  return ok(await decide(db, deps, found.written, work, [...earlier, review]));
};

const decide = async (
  db: Database,
  deps: AssessmentDeps,
  written: WrittenAssessment,
  work: Work,
  reviews: readonly {
    readonly points: number;
    readonly reviewerId: string;
    readonly reviewedAt: Date;
  }[],
): Promise<Decided> => {
  const given = reviews.map(({ points }) => points);
  const needed = reviewsNeeded(given);
  const last = reviews.at(-1);
  if (!last || given.length < needed) return { decided: false, reviewsNeeded: needed };
  const points = decidedPoints(given);
  const isPassed = points >= (await pointsToPass(db, deps, written));
  const state = isPassed ? ("passed" as const) : ("not-passed" as const);
  const { version, personId: person } = work;
  const decided = { ...work, state, points, decidedAt: last.reviewedAt, version: version + 1 };
  await updateWork(db, decided, version);
  const body = {
    activity: activityOf(work.assessment),
    number: work.round,
    score: Math.round((points / written.rubric.length) * 10_000) / 10_000,
    points,
    reviews: given.length,
    text: hashOf(work),
  };
  const kind = isPassed ? "activity.passed" : "activity.attempted";
  const actor = last.reviewerId;
  await appendEvidence(db, [{ kind, person, actor, body, at: last.reviewedAt }]);
  return { decided: true, reviewsNeeded: needed };
};
