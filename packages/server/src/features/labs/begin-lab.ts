import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { newId } from "../../platform/ids.ts";
import { newSecret } from "../../platform/secrets.ts";
import type { LabDeps } from "./deps.ts";
import { activityOf, variantOf } from "./evidence-words.ts";
import { findLab, labOf, type Mine } from "./find-lab.ts";
import type { PlayableLab } from "./lab-book.ts";
import { nextFrom } from "./show-bench.ts";
import {
  closeWorkspace,
  insertWorkspace,
  keepVersion,
  readHistory,
  readWorkspace,
  updateWorkspace,
  type Workspace,
} from "./workspace-store.ts";

export type BeginAsk = { readonly lab: string; readonly personId: string; readonly now: Date };

const tooSoon = (from: Date, now: Date) =>
  refuse("too-soon", `Another variant can be begun at ${from.toISOString()}.`, {
    wayOut: "You opened the model solution; take another lab until then.",
    retryAfterSeconds: Math.ceil((from.getTime() - now.getTime()) / 1000),
  });

const readOpen = async (db: Database, { lab, personId }: BeginAsk): Promise<Workspace | null> => {
  const open = (await readHistory(db, personId, lab)).find(({ isOpen }) => isOpen);
  return open ? readWorkspace(db, open.id, personId) : null;
};

/** One that was begun in a version which does not load any more is ended, so that another can be begun. */
const findOpen = async (db: Database, deps: LabDeps, ask: BeginAsk): Promise<Mine | null> => {
  const workspace = await readOpen(db, ask);
  if (workspace === null) return null;
  const lab = await labOf(db, deps, workspace);
  if (lab !== null) return { workspace, lab };
  await updateWorkspace(db, workspace.id, { state: "not-passed", endedAt: ask.now });
  await closeWorkspace(db, workspace.id);
  return null;
};

/** The workspace that is open, or a new one. Two that begin at once are one: the database has room for one. */
export const beginLab = async (
  db: Database,
  deps: LabDeps,
  ask: BeginAsk,
): Promise<Result<Mine, Refusal>> => {
  const mine = await findOpen(db, deps, ask);
  if (mine !== null) return ok(mine);
  const found = await findLab(deps, ask.lab);
  if (!found.ok) return found;
  const history = await readHistory(db, ask.personId, ask.lab);
  const from = nextFrom(history, ask.now);
  if (from !== null) return tooSoon(from, ask.now);
  return write(db, deps, found.value, ask, (history[0]?.number ?? 0) + 1);
};

const write = async (
  db: Database,
  deps: LabDeps,
  lab: PlayableLab,
  ask: BeginAsk,
  number: number,
): Promise<Result<Mine, Refusal>> => {
  const { personId, now } = ask;
  const { id: labId, version } = lab.open.lab;
  const seed = newSecret();
  const draft = lab.open
    .begin(seed)
    .files.flatMap(({ path, text, mayEdit }) => (mayEdit ? [{ path, text }] : []));
  await keepVersion(db, { lab: labId, version, files: lab.files });
  const id = newId(now);
  const row = { id, lab: labId, version, seed, startedAt: now, draft, personId, number };
  if (!(await insertWorkspace(db, row))) {
    const mine = await findOpen(db, deps, ask);
    if (mine === null) throw new Error("neither this workspace nor another one was begun");
    return ok(mine);
  }
  const body = {
    activity: activityOf(labId),
    workspace: id,
    number,
    version,
    variant: variantOf(seed),
  };
  const fact = { kind: "activity.started", person: personId, actor: personId, body };
  await appendEvidence(db, [{ ...fact, at: now }]);
  const workspace = await readWorkspace(db, id, personId);
  if (workspace === null) throw new Error("a workspace that was just begun is not there");
  return ok({ workspace, lab });
};
