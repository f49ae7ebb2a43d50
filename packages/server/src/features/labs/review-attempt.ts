import type { LabSubmission, LabToReview } from "@checkride/api/lab-oversight";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { readFiles } from "./attempt-store.ts";
import { checkView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import { activityOf } from "./evidence-words.ts";
import { labOf, notThere } from "./find-lab.ts";
import {
  findInReview,
  type InReview,
  insertReview,
  isDecided,
  isMember,
  lockForReview,
  readInReview,
} from "./review-store.ts";
import { updateWorkspace } from "./workspace-store.ts";

const waitingView = (deps: LabDeps, { id, lab, at, number }: InReview): LabToReview => ({
  attempt: id,
  lab: {
    id: lab,
    title: deps.content().catalogue.activities.get(activityOf(lab))?.title ?? lab,
  },
  at: at.toISOString(),
  number,
});

export const listReviews = async (
  db: Database,
  deps: LabDeps,
  reviewerId: string,
): Promise<LabToReview[]> =>
  (await readInReview(db, reviewerId)).map((attempt) => waitingView(deps, attempt));

export const showReview = async (
  db: Database,
  deps: LabDeps,
  id: string,
  reviewerId: string,
): Promise<Result<LabSubmission, Refusal>> => {
  const attempt = await findInReview(db, id, reviewerId);
  if (attempt === null) return notThere();
  const lab = await labOf(db, deps, attempt);
  if (lab === null) return notThere();
  const files = await readFiles(db, id);
  const begun = lab.open.begin(attempt.seed);
  return ok({
    ...waitingView(deps, attempt),
    files: files.map(({ path, text }) => ({
      path,
      text,
      start: begun.files.find((file) => file.path === path)?.text ?? "",
    })),
    asked: [...begun.asked],
    checks: attempt.verdict?.checks.map(checkView) ?? [],
  });
};

const ownWork = () =>
  refuse("own-work", "This is your own or your partner's; somebody else looks at it.", {
    wayOut: "Ask another lead, champion, owner or council member.",
  });

export type ReviewAsk = {
  readonly id: string;
  readonly reviewerId: string;
  readonly accepted: boolean;
  readonly comment: string;
  readonly now: Date;
};

/** One person decides: what can be checked by rule holds already. */
export const reviewAttempt = async (
  db: Database,
  { id, reviewerId, accepted, comment, now }: ReviewAsk,
): Promise<Result<undefined, Refusal>> => {
  const attempt = await lockForReview(db, id);
  if (attempt === null) {
    return (await isDecided(db, id))
      ? refuse("already-reviewed", "This was decided meanwhile.")
      : notThere();
  }
  if (await isMember(db, attempt.workspaceId, reviewerId)) return ownWork();
  const decision = { attemptId: id, reviewerId, accepted, comment, reviewedAt: now };
  await insertReview(db, decision, attempt.change + 1);
  if (accepted) await updateWorkspace(db, attempt.workspaceId, { state: "passed" });
  const body = {
    activity: activityOf(attempt.lab),
    attempt: id,
    submission: attempt.submissionHash,
    accepted,
  };
  const fact = { kind: "review.given", person: attempt.personId, actor: reviewerId, body };
  await appendEvidence(db, [{ ...fact, at: now }]);
  return ok(undefined);
};
