import type { LabAttempt, LabCheckResult, LabPublicRun } from "@checkride/api/labs";
import type { Verdict } from "@checkride/range/judge";
import type { Attempt } from "./attempt-store.ts";
import type { Live } from "./live-attempts.ts";

/** So finely that a learner sees what was slow, and not so finely that a hidden case can tell by it. */
const roundedTime = (tookMs: number): number => Math.ceil(tookMs / 100) * 100;

export const checkView = ({
  id,
  half,
  says,
  holds,
  why,
}: Verdict["checks"][number]): LabCheckResult => ({
  id,
  half,
  says,
  holds,
  why,
});

export const runView = (verdict: Verdict, tookMs: number): LabPublicRun => ({
  cases: verdict.publicCases.map(({ check, args, claim, right }) => ({
    check,
    args: [...args],
    claim,
    right,
  })),
  shows: "",
  checks: [],
  load: verdict.load,
  logs: verdict.logs,
  limitsHit: [...verdict.limitsHit],
  tookMs: roundedTime(tookMs),
});

const verdictView = ({ verdict, points, submissionHash }: Attempt): LabAttempt["verdict"] => {
  if (verdict === null) return null;
  const { shows: _, ...run } = runView(verdict, verdict.tookMs);
  const checks = verdict.checks.map(checkView);
  return { ...run, checks, passed: verdict.passed, points: points ?? 0, submissionHash };
};

const reviewView = ({ accepted, comment, reviewedAt }: Attempt): LabAttempt["review"] =>
  accepted === null || comment === null || reviewedAt === null
    ? null
    : { accepted, comment, at: reviewedAt.toISOString() };

const erased = "Erased person";
const nobody = "00000000-0000-0000-0000-000000000000";

export const attemptView = (attempt: Attempt, live: Live | null): LabAttempt => {
  const { id, workspaceId: workspace, number, personId, name, at, fault } = attempt;
  const waits = attempt.state === "waiting" || attempt.state === "running";
  const runs = waits && live !== null && live.before === null;
  return {
    id,
    workspace,
    number,
    by: { id: personId ?? nobody, name: name ?? erased },
    at: at.toISOString(),
    state: runs ? "running" : attempt.state,
    change: Math.max(attempt.change, live?.change ?? 0),
    before: waits ? (live?.before ?? null) : null,
    fault,
    verdict: verdictView(attempt),
    review: reviewView(attempt),
  };
};
