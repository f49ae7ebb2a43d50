import type { LabSubmission, LabToReview } from "@checkride/api/lab-oversight";
import {
  isAcceptedWith,
  type LabRubric,
  pointsAltogether,
  type RubricPoints,
  rubricFaults,
  sayPoints,
} from "@checkride/rules/labs/rubric";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { readFiles } from "./attempt-store.ts";
import { checkView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import { activityOf } from "./evidence-words.ts";
import { labOf, notThere } from "./find-lab.ts";
import type { PlayableLab } from "./lab-book.ts";
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

const rubricView = ({ rubric }: PlayableLab["open"]["lab"]): LabSubmission["rubric"] =>
  rubric && {
    acceptedFrom: rubric.acceptedFrom,
    questions: rubric.questions.map(({ id, says }) => ({ id, says })),
  };

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
    rubric: rubricView(lab.open.lab),
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
  /** By the questions of the lab's rubric. */
  readonly points?: RubricPoints | undefined;
  readonly now: Date;
};

/** Where a rubric asks, its points decide: nobody accepts against what they have just said. */
const fitsRubric = (
  rubric: LabRubric | null,
  { accepted, points = {} }: ReviewAsk,
): Result<null, Refusal> => {
  const faults = rubricFaults(rubric ?? nothingAsked, points);
  if (faults.length > 0) {
    return refuse("bad-input", "Each question of the rubric needs its points.", {
      faults: faults.map(({ question, says }) => ({ in: `body/points/${question}`, says })),
    });
  }
  if (rubric === null || accepted === isAcceptedWith(rubric, points)) return ok(null);
  const says = `the points are ${pointsAltogether(rubric, points)}, and from ${rubric.acceptedFrom} on it is accepted`;
  return refuse("bad-input", "The points say something else than the decision.", {
    faults: [{ in: "body/accepted", says }],
  });
};

const nothingAsked: LabRubric = { acceptedFrom: 0, questions: [] };

const gone = () =>
  refuse("not-found", "This was begun in a version of the lab that cannot be played any more.");

/** One person decides: what can be checked by rule holds already. */
export const reviewAttempt = async (
  db: Database,
  deps: LabDeps,
  ask: ReviewAsk,
): Promise<Result<undefined, Refusal>> => {
  const { id, reviewerId, accepted, points = {}, now } = ask;
  const attempt = await lockForReview(db, id);
  if (attempt === null) {
    return (await isDecided(db, id))
      ? refuse("already-reviewed", "This was decided meanwhile.")
      : notThere();
  }
  if (await isMember(db, attempt.workspaceId, reviewerId)) return ownWork();
  const lab = await labOf(db, deps, attempt);
  if (lab === null) return gone();
  const { rubric } = lab.open.lab;
  const fits = fitsRubric(rubric, ask);
  if (!fits.ok) return fits;
  const comment = rubric === null ? ask.comment : `${ask.comment}\n\n${sayPoints(rubric, points)}`;
  const decision = { attemptId: id, reviewerId, accepted, comment, reviewedAt: now };
  await insertReview(db, decision, attempt.change + 1);
  if (accepted) await updateWorkspace(db, attempt.workspaceId, { state: "passed" });
  const body = {
    activity: activityOf(attempt.lab),
    attempt: id,
    submission: attempt.submissionHash,
    accepted,
    ...(rubric !== null && { points }),
  };
  const fact = { kind: "review.given", person: attempt.personId, actor: reviewerId, body };
  await appendEvidence(db, [{ ...fact, at: now }]);
  return ok(undefined);
};
