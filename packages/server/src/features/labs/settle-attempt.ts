import type { Graded } from "@checkride/range/grade";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import { pointsOf } from "@checkride/range/labs/points";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { keepGrading, type Waiting } from "./attempt-store.ts";
import { ranToItsEnd } from "./honest.ts";
import { variantOf } from "./variants.ts";
import {
  closeWorkspace,
  lockWorkspace,
  updateWorkspace,
  type Workspace,
} from "./workspace-store.ts";

export const activityOf = (lab: string): string => `lab/${lab}`;

/** Points are of a hundred, a score is a share. */
export const scoreOf = (points: number): number => points / 100;

export type Settled = {
  readonly attempt: Waiting;
  readonly open: OpenLab;
  readonly graded: Graded;
  readonly change: number;
  /** The process that graded it. */
  readonly by: string;
  readonly now: Date;
};

const evidenceOf = ({ attempt, graded }: Settled, workspace: Workspace, points: number) => ({
  activity: activityOf(attempt.lab),
  attempt: attempt.id,
  number: attempt.number,
  submission: graded.submissionHash,
  version: graded.contentVersion,
  variant: variantOf(attempt.seed),
  engines: graded.engines,
  passed: graded.verdict.passed,
  checks: Object.fromEntries(graded.verdict.checks.map(({ id, holds }) => [id, holds])),
  score: scoreOf(points),
  points,
  hints: workspace.hintsOpened,
  limitsHit: [...graded.verdict.limitsHit],
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
  const kept = await keepGrading(tx, attempt.id, by, {
    state: "graded",
    change,
    passed: verdict.passed,
    isHonest: ranToItsEnd(verdict),
    points,
    verdict: { ...verdict, tookMs },
    engines,
    gradedAt: now,
    prints: null,
  });
  if (!kept) return;
  await followVerdict(tx, settled, workspace);
  const person = attempt.personId;
  const body = evidenceOf(settled, workspace, points);
  await appendEvidence(tx, [{ kind: "activity.attempted", person, actor: person, body, at: now }]);
};

const followVerdict = async (
  tx: Database,
  { open, graded, now }: Settled,
  { id, state }: Workspace,
): Promise<void> => {
  if (state !== "open") return;
  if (graded.verdict.passed) return updateWorkspace(tx, id, { state: "passed" });
  if (open.variants !== "once") return;
  await updateWorkspace(tx, id, { state: "not-passed", endedAt: now });
  await closeWorkspace(tx, id);
};
