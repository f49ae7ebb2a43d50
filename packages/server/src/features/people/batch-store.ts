import type { PersonFacts } from "@checkride/rules/person";
import type { Database } from "../../platform/database.ts";
import { factsOf, personColumns } from "./person-card.ts";

/** The next people behind an id, for walks over everybody; who was erased is nobody any more. */
export const readPeopleBatch = async (
  db: Database,
  after: string | null,
  limit: number,
): Promise<readonly { readonly facts: PersonFacts; readonly name: string }[]> => {
  const people = await db
    .selectFrom("person")
    .select(personColumns)
    .where("erasedAt", "is", null)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return people.map((person) => ({ facts: factsOf(person), name: person.name }));
};
