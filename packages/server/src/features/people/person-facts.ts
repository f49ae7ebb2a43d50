import type { PersonCard } from "@checkride/api/people";
import { type PersonFacts, roles, tiers } from "@checkride/rules/person";
import { z } from "zod";
import type { Database } from "../../platform/database.ts";
import { cardOf, factsOf } from "./person-card.ts";
import { readPerson, readPersonByEmail, readSnapshot } from "./store.ts";

export const readPersonCard = async (db: Database, id: string): Promise<PersonCard | null> => {
  const person = await readPerson(db, id);
  return person ? cardOf(person) : null;
};

export const readPersonFacts = async (db: Database, id: string): Promise<PersonFacts | null> => {
  const person = await readPerson(db, id);
  return person ? factsOf(person) : null;
};

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** By id or by e-mail address. */
export const findPerson = async (db: Database, idOrEmail: string): Promise<PersonCard | null> => {
  const person = isId(idOrEmail)
    ? await readPerson(db, idOrEmail)
    : await readPersonByEmail(db, idOrEmail.toLowerCase());
  return person ? cardOf(person) : null;
};

const snapshot = z.object({
  facts: z.object({
    active: z.boolean(),
    startedAt: z.string(),
    team: z.string().nullable(),
    job: z.string().nullable(),
    tier: z.union(tiers.map((tier) => z.literal(tier))).nullable(),
    roles: z.array(z.enum(roles)),
    attributes: z.record(z.string(), z.array(z.string())),
  }),
});

/** What the ledger says of a person at a moment; null: not yet there, or erased since. */
export const personFactsAsOf = async (
  db: Database,
  id: string,
  at: Date,
): Promise<PersonFacts | null> => {
  const found = await readSnapshot(db, id, at);
  return found ? { id, ...snapshot.parse(found.body).facts } : null;
};
