import type { Graded } from "@checkride/range/grade";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import { pointsOf } from "@checkride/range/labs/points";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { keepGrading, readHonest, type Waiting } from "./attempt-store.ts";
import { activityOf, scoreOf, variantOf } from "./evidence-words.ts";
import { differ, ranToItsEnd, startOf, whole } from "./honest.ts";
import { noteLikeness, printsOfAttempt } from "./note-likeness.ts";
import { passAll } from "./pass-lab.ts";
import {
  closeWorkspace,
  lockWorkspace,
  updateWorkspace,
  type Workspace,
} from "./workspace-store.ts";

export type Settled = {
  readonly attempt: Waiting;
  readonly open: OpenLab;
  readonly graded: Graded;
  readonly change: number;
  /** The process that graded it. */
  readonly by: string;
  readonly now: Date;
};

/** How long an incident went on until it was stopped, in its own time. */
const responseOf = ({ play }: OpenLab, { seed, files }: Waiting) =>
  play === undefined ? {} : { responseMinutes: play.responseMinutes(seed, files) };

const evidenceOf = ({ attempt, open, graded }: Settled, workspace: Workspace, points: number) => ({
  activity: activityOf(attempt.lab),
  attempt: attempt.id,
  number: attempt.number,
  submission: attempt.submissionHash,
  version: graded.contentVersion,
  variant: variantOf(attempt.seed),
  engines: graded.engines,
  passed: graded.verdict.passed,
  checks: Object.fromEntries(graded.verdict.checks.map(({ id, holds }) => [id, holds])),
  score: scoreOf(points),
  points,
  hints: workspace.hintsOpened,
  limitsHit: [...graded.verdict.limitsHit],
  ...responseOf(open, attempt),
});

/** Keeps what came of an attempt together with its evidence, once, whoever else may have graded it too. */
export const settleAttempt = async (tx: Database, settled: Settled): Promise<void> => {
  const { attempt, open, graded, change, by, now } = settled;
  const workspace = await lockWorkspace(tx, attempt.workspaceId, attempt.personId);
  // Its author was erased while it was being graded, and it with them.
  if (workspace === null) return;
  const { verdict, engines, tookMs } = graded;
  const prices = open.lab.hints.slice(0, workspace.hintsOpened).map(({ price }) => price);
  const points = pointsOf(verdict.checks, prices);
  const prints = verdict.passed ? printsOfAttempt(open, attempt) : null;
  const kept = await keepGrading(tx, attempt.id, by, {
    state: verdict.passed && open.lab.isReviewed ? "in-review" : "graded",
    change,
    passed: verdict.passed,
    isHonest: ranToItsEnd(verdict) && (await isNew(tx, open, attempt)),
    points,
    verdict: { ...verdict, tookMs },
    engines,
    gradedAt: now,
    prints,
  });
  if (!kept) return;
  if (prints !== null) await noteLikeness(tx, attempt, prints, now);
  const person = attempt.personId;
  const body = evidenceOf(settled, workspace, points);
  await appendEvidence(tx, [{ kind: "activity.attempted", person, actor: person, body, at: now }]);
  await followVerdict(tx, settled, workspace);
};

/** Different from the start and from all that was tried honestly before. */
const isNew = async (
  tx: Database,
  open: OpenLab,
  { workspaceId, seed, files }: Waiting,
): Promise<boolean> => {
  const start = startOf(open, seed);
  const mine = whole(files, start);
  const earlier = await readHonest(tx, workspaceId);
  return [start, ...earlier.map((given) => whole(given, start))].every((one) => differ(mine, one));
};

const followVerdict = async (
  tx: Database,
  { open, graded, now }: Settled,
  workspace: Workspace,
): Promise<void> => {
  const { id, state } = workspace;
  if (graded.verdict.passed) {
    if (open.lab.isReviewed) return;
    if (state === "open") await updateWorkspace(tx, id, { state: "passed" });
    return passAll(tx, { ...workspace, state: "passed" }, now);
  }
  if (state !== "open" || open.variants !== "once") return;
  await updateWorkspace(tx, id, { state: "not-passed", endedAt: now });
  await closeWorkspace(tx, id);
};
