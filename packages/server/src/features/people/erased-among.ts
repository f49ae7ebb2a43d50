import type { Database } from "../../platform/database.ts";
import { listPeopleByEmail, readErasedMarks } from "./store.ts";

/** Which of these addresses belonged to people who were erased and are not here anew. */
export const erasedAmong =
  (emailMark: (email: string) => Buffer) =>
  async (db: Database, emails: readonly string[]): Promise<ReadonlySet<string>> => {
    const byMark = new Map(emails.map((email) => [emailMark(email).toString("hex"), email]));
    const marks = emails.map((email) => emailMark(email));
    const erased = new Set<string>();
    for (const mark of await readErasedMarks(db, marks)) {
      const email = byMark.get(mark.toString("hex"));
      if (email !== undefined) erased.add(email);
    }
    for (const person of erased.size > 0 ? await listPeopleByEmail(db, [...erased]) : []) {
      if (person.email !== null) erased.delete(person.email);
    }
    return erased;
  };
