import { setTimeout as delay } from "node:timers/promises";
import type { LabAttempt } from "@checkride/api/labs";
import { hashSubmission } from "@checkride/range/grade";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { newId } from "../../platform/ids.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import { insertAttempt, readAttempt, readBefore, type Waiting } from "./attempt-store.ts";
import { attemptView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { differ, startOf, whole } from "./honest.ts";
import { limited } from "./limits.ts";
import { readMoves } from "./move-store.ts";
import { fitting } from "./save-draft.ts";
import { seedOfAttempt } from "./seed-of-attempt.ts";
import { lockWorkspace, type Workspace } from "./workspace-store.ts";

export type SubmitAsk = {
  readonly files: readonly StoredFile[];
  readonly personId: string;
  readonly now: Date;
};

/** A verdict that comes so soon is worth waiting for. */
const answerWithinMs = 300;
const waitingMax = 3;
const waitSeconds = 5;

/** Handed in by somebody who may, to a workspace that takes attempts. */
const mayHandIn = ({ me, state }: Workspace): boolean =>
  me.isOpen && (state === "open" || state === "passed");

const over = () =>
  refuse("conflict", "This workspace takes no attempts any more.", {
    wayOut: "Load the page again to see how it ended.",
  });

const inReview = () =>
  refuse("conflict", "An attempt of this workspace waits for somebody to accept it.", {
    wayOut: "Wait for what they say; you can go on from there.",
  });

const tooMany = () =>
  refuse("too-many-tries", `${waitingMax} of your attempts are not graded yet.`, {
    wayOut: "Wait for one of them; nothing you wrote is lost.",
    retryAfterSeconds: waitSeconds,
  });

/** Where moves are made they are what is handed in, whatever was sent. */
const handedIn = async (
  db: Database,
  { workspace, lab: { open } }: Mine,
  sent: readonly StoredFile[],
): Promise<Result<readonly StoredFile[], Refusal>> =>
  open.play === undefined
    ? fitting(open, workspace.seed, sent)
    : ok(open.play.filesOf(await readMoves(db, workspace.id)));

/** A run that is not over is no attempt; playing it costs nothing. */
const refusal = async (
  deps: LabDeps,
  { workspace, lab: { open } }: Mine,
  files: readonly StoredFile[],
): Promise<Result<null, Refusal>> => {
  if (open.play === undefined) return ok(null);
  const answer = await open.grade(deps.range, files, workspace.seed);
  return answer.outcome === "refused" ? refuse("submission-not-fitting", answer.says) : ok(null);
};

const keep = async (
  tx: Database,
  deps: LabDeps,
  mine: Mine,
  { files: sent, personId, now }: SubmitAsk,
): Promise<Result<Waiting, Refusal>> => {
  const { id } = mine.workspace;
  const { open } = mine.lab;
  const workspace = await lockWorkspace(tx, id, personId);
  if (workspace === null) return notThere();
  if (!mayHandIn(workspace)) return over();
  const before = await readBefore(tx, id, personId);
  if (before.inReview) return inReview();
  if (before.waiting >= waitingMax) return tooMany();
  const given = await handedIn(tx, mine, sent);
  if (!given.ok) return given;
  const files = given.value;
  // Two that are handed in at once would be two guesses.
  if (open.variants === "once" && before.files !== null) return over();
  const start = startOf(open, workspace.seed);
  const number = before.number + 1;
  const attempt = {
    id: newId(now),
    workspaceId: id,
    number,
    personId,
    at: now,
    files,
    submissionHash: hashSubmission(files),
    seed: seedOfAttempt(open, workspace.seed, number),
    version: workspace.version,
    hasChanged: differ(whole(files, start), whole(before.files ?? [], start)),
  };
  await insertAttempt(tx, attempt, deps.grader.lease(now));
  return ok({ ...attempt, lab: workspace.lab });
};

/** It is stored before anybody looks at it: what was handed in can be graded again whatever happens. */
export const submitAttempt = async (
  db: Database,
  deps: LabDeps,
  mine: Mine,
  ask: SubmitAsk,
): Promise<Result<LabAttempt, Refusal>> => {
  const fits = await handedIn(db, mine, ask.files);
  if (!fits.ok) return fits;
  const within = await limited(deps, "submit", ask);
  if (!within.ok) return within;
  const refused = await refusal(deps, mine, fits.value);
  if (!refused.ok) return refused;
  const kept = await db.transaction().execute((tx) => keep(tx, deps, mine, ask));
  if (!kept.ok) return kept;
  const grading = deps.grader.grade(kept.value, mine.lab);
  await Promise.race([grading, delay(answerWithinMs, undefined, { ref: false })]);
  const attempt = await readAttempt(db, kept.value.id);
  if (attempt === null) return fail(notThere().error);
  return ok(attemptView(attempt, deps.grader.live.of(attempt.id)));
};
