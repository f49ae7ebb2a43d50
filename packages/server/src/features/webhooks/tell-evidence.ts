import type { HappeningType } from "@checkride/api/happenings";
import type { Database } from "../../platform/database.ts";
import { newestSeq, readSealed, type SealedFact } from "./evidence-store.ts";
import { insertHappenings, lockState, writeToldSeq } from "./happening-store.ts";

/** Evidence that is told outside, under the name it has in the ledger. */
const toldKinds: readonly HappeningType[] = [
  "certificate.issued",
  "certificate.renewed",
  "certificate.revoked",
  "certificate.withdrawn",
];

/** What is told of it: ids, codes and times. Reasons are for the ledger. */
const toldFields = ["id", "certificate", "policyVersion", "validUntil", "replaces"];

/** Erased before it was told: there is nothing to tell. Its id stays the same, so that the proof can be found. */
const happeningsOf = ({ id, at, kind, person, body }: SealedFact) => {
  if (body === null) return [];
  const known = toldFields.filter((field) => Object.hasOwn(body, field));
  const shown = Object.fromEntries(known.map((field) => [field, body[field]]));
  const row = { id, at, type: kind, person, body: JSON.stringify(shown) };
  return [{ ...row, seq: null, webhookId: null }];
};

const atOnce = 1_000;

/**
 * Reads on in the ledger, in the order in which it was sealed, and tells what is to be told: no feature that records
 * something needs to know who listens. The first look begins at the ledger's end. True: there may be more.
 */
export const makeTellEvidence = () => {
  let seen: number | null = null;
  return async (db: Database): Promise<boolean> => {
    const newest = await newestSeq(db);
    if (newest === seen) return false;
    const more = await db.transaction().execute(async (tx) => {
      const { toldSeq } = await lockState(tx);
      // A demo that was removed took its ledger along.
      const from = toldSeq === null ? newest : Math.min(toldSeq, newest);
      const facts = await readSealed(tx, {
        from,
        to: newest,
        kinds: toldKinds,
        limit: atOnce,
      });
      await insertHappenings(tx, facts.flatMap(happeningsOf));
      const isAll = facts.length < atOnce;
      await writeToldSeq(tx, isAll ? newest : (facts.at(-1)?.seq ?? newest));
      return !isAll;
    });
    if (!more) seen = newest;
    return more;
  };
};
