import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { LabDeps } from "./deps.ts";
import { activityOf, variantOf } from "./evidence-words.ts";
import { labOf, type Mine } from "./find-lab.ts";
import { asTyped, isSameCode } from "./join-code.ts";
import { limited } from "./limits.ts";
import { lockInviting, readInviting } from "./pair-store.ts";
import { nextFrom } from "./show-bench.ts";
import {
  insertMember,
  type NewMember,
  readHistory,
  readWorkspace,
  updateWorkspace,
  type Workspace,
} from "./workspace-store.ts";

export type JoinAsk = {
  readonly lab: string;
  readonly code: string;
  readonly personId: string;
  readonly now: Date;
};

const noSuchCode = () =>
  refuse("not-found", "No workspace of this lab waits for a partner with this code.", {
    wayOut: "Codes are good for a day and for one partner; ask for a new one.",
  });

const busy = () =>
  refuse("conflict", "You have a workspace of your own open in this lab.", {
    wayOut: "Finish it, or let your partner join yours.",
  });

/** All that wait are compared, each in the same time, so that nothing is learnt from how long it took. */
const findInviting = async (db: Database, { lab, code, now }: JoinAsk): Promise<string | null> => {
  const waiting = await readInviting(db, lab, now);
  const typed = asTyped(code);
  const fitting = waiting.filter(({ joinCode }) => isSameCode(joinCode ?? "", typed));
  return fitting[0]?.id ?? null;
};

export const joinPartner = async (
  db: Database,
  deps: LabDeps,
  ask: JoinAsk,
): Promise<Result<Mine, Refusal>> => {
  const within = await limited(deps, "join", ask);
  if (!within.ok) return within;
  const { lab, personId, now } = ask;
  const history = await readHistory(db, personId, lab);
  const id = await findInviting(db, ask);
  if (id === null) return noSuchCode();
  if (history.some((one) => one.id === id)) return noSuchCode();
  if (history.some(({ isOpen }) => isOpen)) return busy();
  const from = nextFrom(history, now);
  if (from !== null) {
    return refuse("too-soon", `You can work in this lab again at ${from.toISOString()}.`, {
      retryAfterSeconds: Math.ceil((from.getTime() - now.getTime()) / 1000),
    });
  }
  const number = (history[0]?.number ?? 0) + 1;
  const member = { workspaceId: id, personId, lab, number, joinedAt: now };
  const taken = await takePlace(db, member, now);
  if (taken === null) return noSuchCode();
  const played = await labOf(db, deps, taken);
  return played === null ? noSuchCode() : ok({ workspace: taken, lab: played });
};

/** Null: somebody else was faster, or it was ended meanwhile. */
const takePlace = async (db: Database, member: NewMember, now: Date): Promise<Workspace | null> => {
  const { workspaceId: id, personId, lab, number } = member;
  if (!(await lockInviting(db, id)) || !(await insertMember(db, member))) return null;
  await updateWorkspace(db, id, { joinCode: null, joinUntil: null });
  const joined = await readWorkspace(db, id, personId);
  if (joined === null) throw new Error("somebody who has just joined is not there");
  const { version, seed } = joined;
  const body = {
    activity: activityOf(lab),
    workspace: id,
    number,
    version,
    variant: variantOf(seed),
  };
  const fact = { kind: "activity.started", person: personId, actor: personId, body };
  await appendEvidence(db, [{ ...fact, at: now }]);
  return joined;
};
