import type { PersonCard } from "@checkride/api/people";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { keepsAnOwner } from "./change-people.ts";
import type { PeopleDeps } from "./deps.ts";
import { cardOf, isActive, type PersonRecord, snapshotOf } from "./person-card.ts";
import { alreadyErased, lastOwner, noSuchPerson } from "./refusals.ts";
import { lockPerson, updatePeople } from "./store.ts";

const write = async (
  context: RequestContext,
  kind: "person.deactivated" | "person.reactivated",
  after: PersonRecord,
  reason: string,
): Promise<void> => {
  const { db, now } = context;
  await updatePeople(db, [after], now);
  const body = { ...snapshotOf(after), reason };
  const actor = actorOf(context).personId;
  await appendEvidence(db, [{ kind, person: after.id, actor, body, at: now }]);
};

export const deactivatePerson = async (
  context: RequestContext,
  deps: PeopleDeps,
  id: string,
  reason: string,
): Promise<Result<PersonCard, Refusal>> => {
  const { db, now } = context;
  const before = await lockPerson(db, id);
  if (!before) return noSuchPerson();
  if (before.erasedAt) return alreadyErased();
  if (!isActive(before)) return ok(cardOf(before));
  const after = { ...before, deactivatedAt: now, version: before.version + 1 };
  if (!(await keepsAnOwner(db, [{ before, after }]))) return lastOwner();
  await write(context, "person.deactivated", after, reason);
  await deps.shutOut(db, { personId: id, actor: actorOf(context).personId, now });
  return ok(cardOf(after));
};

export const reactivatePerson = async (
  context: RequestContext,
  id: string,
  reason: string,
): Promise<Result<PersonCard, Refusal>> => {
  const before = await lockPerson(context.db, id);
  if (!before) return noSuchPerson();
  if (before.erasedAt) return alreadyErased();
  if (isActive(before)) return ok(cardOf(before));
  const after = { ...before, deactivatedAt: null, version: before.version + 1 };
  await write(context, "person.reactivated", after, reason);
  return ok(cardOf(after));
};
