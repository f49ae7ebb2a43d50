import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { endUnusedLinks } from "./link-store.ts";
import { deleteSessions } from "./store.ts";

type Ending = {
  readonly personId: string;
  readonly exceptId: string | null;
  readonly actor: string;
  readonly why: "asked" | "password-set" | "deactivated";
  readonly now: Date;
};

export const endSessions = async (db: Database, ending: Ending): Promise<void> => {
  const { personId, exceptId, actor, why, now } = ending;
  const count = await deleteSessions(db, personId, exceptId);
  if (count === 0) return;
  await appendEvidence(db, [
    { kind: "session.ended", person: personId, actor, body: { why, count }, at: now },
  ]);
};

/** For somebody who is deactivated: nothing of theirs opens the door any more. */
export const shutOut = async (
  db: Database,
  person: { readonly personId: string; readonly actor: string; readonly now: Date },
): Promise<void> => {
  await endUnusedLinks(db, [person.personId]);
  await endSessions(db, { ...person, exceptId: null, why: "deactivated" });
};
