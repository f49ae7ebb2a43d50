import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type ChangeRow, insertApproval, readChange, refuseChangeRow } from "./change-store.ts";
import type { ContentBook } from "./content-book.ts";
import type { ContentDeps } from "./deps.ts";
import { lockContent } from "./store.ts";

export const noSuchChange = () => refuse("not-found", "There is no such change.");

/** The change, if it still waits and the one who asks is among those who decide. */
const findWaiting = async (
  context: RequestContext,
  deps: ContentDeps,
  id: string,
): Promise<Result<ChangeRow, Refusal>> => {
  await lockContent(context.db);
  const found = await readChange(context.db, id);
  if (!found) return noSuchChange();
  if (found.state !== "waiting") {
    return refuse("proposal-closed", `This change does not wait any more: it is ${found.state}.`);
  }
  const rule = await deps.approvalsAsked(context.db);
  const { roles } = actorOf(context);
  if (rule && !rule.roles.some((role) => roles.includes(role))) {
    const names = rule.roles.join(" or ");
    return refuse("not-permitted", `The policy in force asks for a decision by ${names}.`, {
      wayOut: `Ask somebody with the role ${names}.`,
    });
  }
  return ok(found);
};

const again = async ({ db }: RequestContext, id: string): Promise<ChangeRow> => {
  const row = await readChange(db, id);
  if (!row) throw new Error("a change went away in its own transaction");
  return row;
};

/** With the last approval it comes into force, unless something is wrong with it by now. */
export const approveChange = async (
  context: RequestContext,
  deps: ContentDeps,
  book: ContentBook,
  id: string,
  note: string,
): Promise<Result<ChangeRow, Refusal>> => {
  const found = await findWaiting(context, deps, id);
  if (!found.ok) return found;
  const { db, now } = context;
  const actor = actorOf(context).personId;
  if (await insertApproval(db, { changeId: id, personId: actor, note, approvedAt: now })) {
    const { ref, before, after } = found.value;
    const body = { change: id, ref, before, after };
    await appendEvidence(db, [{ kind: "content.approved", person: null, actor, body, at: now }]);
  }
  const opened = await book.open(db, { now, actor, mode: "accept" });
  context.afterCommit(opened.install);
  return ok(await again(context, id));
};

/** The version that was in force stays; the same text is not asked about again. */
export const refuseChange = async (
  context: RequestContext,
  deps: ContentDeps,
  id: string,
  reason: string,
): Promise<Result<ChangeRow, Refusal>> => {
  const found = await findWaiting(context, deps, id);
  if (!found.ok) return found;
  const { db, now } = context;
  const actor = actorOf(context).personId;
  await refuseChangeRow(db, id, { refusedBy: actor, refusedAt: now, reason });
  const { ref, before, after } = found.value;
  const body = { change: id, ref, before, after };
  await appendEvidence(db, [{ kind: "content.refused", person: null, actor, body, at: now }]);
  return ok(await again(context, id));
};
