import type { PersonCard } from "@checkride/api/people";
import type { Role, Tier } from "@checkride/rules/person";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { changedFields, changePeople, type Fields, keepsAnOwner } from "./change-people.ts";
import { cardOf, type PersonRecord } from "./person-card.ts";
import { alreadyErased, emailTaken, lastOwner, noSuchPerson } from "./refusals.ts";
import { lockPerson, readPersonByEmail } from "./store.ts";

export type PersonPatch = {
  readonly version: number;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly team?: string | null | undefined;
  readonly job?: string | null | undefined;
  readonly tier?: Tier | null | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly attributes?: Record<string, string[]> | undefined;
  readonly startedAt?: string | undefined;
};

const given = <T>(value: T | undefined, otherwise: T): T =>
  value === undefined ? otherwise : value;

const patched = (person: PersonRecord, patch: PersonPatch): Fields => ({
  email: given(patch.email, person.email),
  name: given(patch.name, person.name),
  team: given(patch.team, person.team),
  job: given(patch.job, person.job),
  tier: given(patch.tier, person.tier),
  roles: patch.roles ? [...new Set(patch.roles)] : person.roles,
  attributes: given(patch.attributes, person.attributes),
  startedAt: patch.startedAt === undefined ? person.startedAt : new Date(patch.startedAt),
});

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "23505";

export const changePerson = async (
  context: RequestContext,
  id: string,
  patch: PersonPatch,
): Promise<Result<PersonCard, Refusal>> => {
  const { db, now } = context;
  const before = await lockPerson(db, id);
  if (!before) return noSuchPerson();
  if (before.erasedAt) return alreadyErased();
  if (before.version !== patch.version) {
    return refuse(
      "conflict",
      `Somebody changed this person meanwhile (now version ${before.version}).`,
      {
        wayOut: "Load the person again and repeat your change.",
      },
    );
  }
  const after = { ...before, ...patched(before, patch), version: before.version + 1 };
  if (changedFields(before, after).length === 0) return ok(cardOf(before));
  if (after.email !== null && after.email !== before.email) {
    if (await readPersonByEmail(db, after.email)) return emailTaken();
  }
  const change = { before, after };
  if (!(await keepsAnOwner(db, [change]))) return lastOwner();
  try {
    await changePeople(db, [change], { actor: actorOf(context).personId, now });
  } catch (error) {
    // Somebody took the address between the look and the write.
    if (isUniqueViolation(error)) return emailTaken();
    throw error;
  }
  return ok(cardOf(after));
};
