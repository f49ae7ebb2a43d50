import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { activityOf, scoreOf, variantOf } from "./evidence-words.ts";
import { readLeaders } from "./move-store.ts";
import { passSeries } from "./pass-series.ts";
import {
  closeToOthers,
  findPass,
  hasSeenSolution,
  markPassed,
  type PassedAttempt,
  tookPart,
} from "./pass-store.ts";
import type { Workspace } from "./workspace-store.ts";

const evidenceOf = (workspace: Workspace, pass: PassedAttempt, solutionSeen: boolean) => {
  const { lab, id, me, members, hintsOpened, seed } = workspace;
  const partner = members.find(({ personId }) => personId !== me.personId)?.personId;
  return {
    activity: activityOf(lab),
    workspace: id,
    number: me.number,
    attempt: pass.id,
    submission: pass.submissionHash,
    version: pass.version,
    variant: variantOf(seed),
    engines: pass.engines,
    score: scoreOf(pass.points ?? 0),
    points: pass.points ?? 0,
    hints: hintsOpened,
    solutionSeen,
    ...(partner !== undefined && { partner }),
  };
};

/**
 * A lab is passed once an attempt is stored in which every check holds, the question of the debrief is answered, and
 * this person took part in it. Called wherever one of these may have become true; it does nothing while one is not.
 */
export const passLab = async (
  tx: Database,
  workspace: Workspace,
  now: Date,
): Promise<Workspace> => {
  const { id, lab, me, members, state } = workspace;
  if (state !== "passed" || me.answeredAt === null || me.passedAt !== null) return workspace;
  const pass = await findPass(tx, workspace);
  if (pass === null) return workspace;
  const isAlone = members.length === 1 && pass.personId === me.personId;
  if (!isAlone && !(await tookPart(tx, workspace, me.personId))) return workspace;
  const people = members.map(({ personId }) => personId);
  const body = evidenceOf(workspace, pass, await hasSeenSolution(tx, lab, people));
  const { personId: person } = me;
  const facts = [{ kind: "activity.passed", person, actor: person, body, at: now }];
  const [evidence] = await appendEvidence(tx, facts);
  if (evidence === undefined) throw new Error("evidence was appended without an id");
  await markPassed(tx, { workspaceId: id, personId: person }, now, evidence);
  await passSeries(tx, person, body.activity, now);
  const done = { ...me, passedAt: now, passedEvidence: evidence, isOpen: false };
  return { ...workspace, me: done };
};

/** A pass of one member may be what the other's waited for. */
export const passAll = async (tx: Database, workspace: Workspace, now: Date): Promise<void> => {
  for (const me of workspace.members) await passLab(tx, { ...workspace, me }, now);
  const leaders = await readLeaders(tx, workspace.id);
  // A run is over with its verdict: whoever made no move of it can begin another.
  if (leaders.length > 0) await closeToOthers(tx, workspace.id, leaders);
};
