import type { Answer } from "@checkride/api/client";
import { hashSubmission } from "@checkride/range/grade";
import type { Verdict } from "@checkride/range/judge";
import type { Json } from "@checkride/rules/exercise";
import { sameJson } from "@checkride/rules/exercises/same-json";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { checkView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import { labOf, notThere } from "./find-lab.ts";
import { readGraded, readRecord } from "./regrade-store.ts";

type Regraded = Answer<"POST /api/lab-attempts/{attempt}/regrade">;

/** What two verdicts must have in common to be the same. */
const essence = ({ passed, checks, cases }: Verdict): Json => [
  passed,
  checks.map(({ id, half, says, holds, why }) => [id, half, says, holds, why]),
  cases.map(({ check, status, right }) => [check, status, right]),
];

/** Whether the ledger says of this attempt what its row says. */
const isRecorded = (
  record: Awaited<ReturnType<typeof readRecord>>,
  submission: string,
  { passed, checks }: Verdict,
): boolean => {
  if (record === null) return false;
  const held = Object.fromEntries(checks.map(({ id, holds }) => [id, holds]));
  return (
    record.submission === submission && record.passed === passed && sameJson(record.checks, held)
  );
};

/** Under the content of then, on the seed of then: whoever doubts a pass can see it once more. */
export const regrade = async (
  db: Database,
  deps: LabDeps,
  id: string,
  asker: string,
): Promise<Result<Regraded, Refusal>> => {
  const attempt = await readGraded(db, id);
  if (attempt === null) return notThere();
  const { lab, version, files, seed, verdict, engines, at } = attempt;
  const played = await labOf(db, deps, { lab, version });
  const person = `regrade ${asker}`;
  const answer = await played?.open.grade(deps.range, files, seed, { person });
  if (answer?.outcome === "error") {
    return refuse("range-away", answer.says, { wayOut: "Grade it again in a moment." });
  }
  const submissionHash = hashSubmission(files);
  // A version that does not load any more gives no verdict, and so not the same one.
  const again = answer?.outcome === "graded" ? answer.graded : null;
  return ok({
    attempt: id,
    lab: { id: lab, title: played?.open.lab.title ?? lab },
    at: at.toISOString(),
    submissionHash,
    contentVersion: version,
    engines: { before: engines, again: again?.engines ?? engines },
    same: again !== null && sameJson(essence(verdict), essence(again.verdict)),
    recorded: isRecorded(await readRecord(db, id), submissionHash, verdict),
    before: verdict.checks.map(checkView),
    again: again?.verdict.checks.map(checkView) ?? [],
  });
};
