import type { PersonCard } from "@checkride/api/people";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { keepsAnOwner } from "./change-people.ts";
import type { PeopleDeps } from "./deps.ts";
import { eraseEvidence, eraseTraces } from "./erase-store.ts";
import { cardOf, type PersonRecord } from "./person-card.ts";
import { alreadyErased, lastOwner, noSuchPerson } from "./refusals.ts";
import { lockPerson, updatePeople } from "./store.ts";

type Wish = { readonly reason: string; readonly confirm: string };

/** What is left: a place that says somebody was here, so that what others did with them still reads. */
const tombstone = (person: PersonRecord, now: Date): PersonRecord => ({
  ...person,
  email: null,
  name: "Erased person",
  team: null,
  job: null,
  tier: null,
  roles: [],
  attributes: {},
  startedAt: now,
  deactivatedAt: person.deactivatedAt ?? now,
  erasedAt: now,
  version: person.version + 1,
});

const isConfirmed = (person: PersonRecord, confirm: string): boolean =>
  confirm.trim().toLowerCase() === (person.email ?? person.name.toLowerCase());

export const erasePerson = async (
  context: RequestContext,
  deps: PeopleDeps,
  id: string,
  wish: Wish,
): Promise<Result<{ person: PersonCard; erasedEvidence: number }, Refusal>> => {
  const { db, now } = context;
  // What is appended about them in another transaction right now is erased by `people.finish-erasing`.
  const before = await lockPerson(db, id);
  if (!before) return noSuchPerson();
  if (before.erasedAt) return alreadyErased();
  if (!isConfirmed(before, wish.confirm)) {
    const says = `must repeat the person's ${before.email === null ? "name" : "e-mail address"}`;
    return refuse("bad-input", `body/confirm: ${says}.`, {
      faults: [{ in: "body/confirm", says }],
      wayOut: "Check that you erase the right person; it cannot be undone.",
    });
  }
  const after = tombstone(before, now);
  if (!(await keepsAnOwner(db, [{ before, after }]))) return lastOwner();
  await updatePeople(db, [after], now);
  const { email } = before;
  await eraseTraces(db, { id, email, mark: email === null ? null : deps.emailMark(email) });
  await deps.onErased(db, { personId: id, now });
  const erasedEvidence = await eraseEvidence(db, id);
  const body = { reason: wish.reason, count: erasedEvidence };
  const actor = actorOf(context).personId;
  await appendEvidence(db, [{ kind: "person.erased", person: null, actor, body, at: now }]);
  return ok({ person: cardOf(after), erasedEvidence });
};
