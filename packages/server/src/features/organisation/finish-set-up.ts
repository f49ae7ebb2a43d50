import type { PersonCard } from "@checkride/api/people";
import type { InputFault } from "@checkride/api/problems";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { lockOrganisation, type Organisation, writeSetUp } from "./store.ts";

export type ReadPersonCard = (db: Database, personId: string) => Promise<PersonCard | null>;

export const finishSetUp = async (
  context: RequestContext,
  readPersonCard: ReadPersonCard,
): Promise<Result<Organisation, Refusal>> => {
  const { db, now } = context;
  const actor = actorOf(context).personId;
  const organisation = await lockOrganisation(db, now);
  if (organisation.setUp) return refuse("already-set-up", "The set-up was finished before.");
  const faults: InputFault[] = [];
  if (organisation.name === null) {
    faults.push({ in: "organisation/name", says: "the organisation has no name yet" });
  }
  // Without an address a password leads nowhere, and the first owner would have no way back in.
  if (!(await readPersonCard(db, actor))?.email) {
    faults.push({ in: "person/email", says: "you have no e-mail address yet" });
  }
  if (faults.length > 0) {
    const detail = `The set-up is not complete: ${faults.map((fault) => fault.says).join("; ")}.`;
    return refuse("bad-input", detail, { faults, wayOut: "Fill that in and finish again." });
  }
  await writeSetUp(db, now);
  await appendEvidence(db, [
    { kind: "organisation.set-up", person: null, actor, body: {}, at: now },
  ]);
  return ok({ ...organisation, setUp: true });
};
