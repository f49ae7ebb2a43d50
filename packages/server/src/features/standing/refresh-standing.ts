import { createHash } from "node:crypto";
import { standings } from "@checkride/rules/evaluate-standing";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import type { StandingDeps } from "./deps.ts";
import {
  claimStale,
  clearMark,
  lockForRefresh,
  markNext,
  markPassed,
  readFactsOf,
  readStored,
  type StoredStandings,
  writeStandings,
} from "./store.ts";

const hashes = new WeakMap<Policy, string>();

/** Names all that standings depend on in a policy; a change of gates or approvals leaves them as they are. */
const rulesHashOf = (policy: Policy): string => {
  const known = hashes.get(policy);
  if (known) return known;
  const { audiences, certificates, exemptions } = policy;
  const made = createHash("sha256")
    .update(JSON.stringify([audiences, certificates, exemptions]))
    .digest("base64url");
  hashes.set(policy, made);
  return made;
};

const isFresh = (
  stored: StoredStandings | null,
  policy: Policy,
  now: Date,
): stored is StoredStandings =>
  stored !== null &&
  !stored.isStale &&
  stored.rulesHash === rulesHashOf(policy) &&
  (stored.changesAt === null || stored.changesAt > now);

/** Right at once: what is stored if nothing has happened since, else computed anew for this person alone. */
export const readStandings = async (
  db: Database,
  deps: StandingDeps,
  policy: Policy,
  personId: string,
  now: Date,
): Promise<readonly Standing[]> => {
  const stored = await readStored(db, personId);
  if (isFresh(stored, policy, now)) return stored.standings;
  return db.transaction().execute(async (tx) => {
    await lockForRefresh(tx, personId, now);
    return refresh(tx, deps, policy, personId, now);
  });
};

/** Under the lock of this person's mark. */
const refresh = async (
  tx: Database,
  deps: StandingDeps,
  policy: Policy,
  personId: string,
  now: Date,
): Promise<readonly Standing[]> => {
  const person = await deps.readPersonFacts(tx, personId);
  const facts = person ? await readFactsOf(tx, personId, now) : [];
  const computed = person ? standings(policy, person, facts, now.toISOString()) : [];
  await writeStandings(tx, personId, rulesHashOf(policy), computed, now);
  await clearMark(tx, personId);
  return computed;
};

const passedAtOnce = 500;

/** One stale person after the other; true while there may be more. */
export const refreshStale = async (
  db: Database,
  deps: StandingDeps,
  now: Date,
  signal: AbortSignal,
): Promise<boolean> => {
  const passed = await markPassed(db, now, passedAtOnce);
  const inForce = await deps.policyInForce(db);
  if (!inForce) return false;
  for (let done = 0; done < passedAtOnce && !signal.aborted; done++) {
    const found = await db.transaction().execute(async (tx) => {
      const personId = await claimStale(tx);
      if (personId) await refresh(tx, deps, inForce.policy, personId, now);
      return personId !== null;
    });
    if (!found) return passed === passedAtOnce;
  }
  return !signal.aborted;
};

const walkAtOnce = 1_000;

/** After a new policy everybody's stored standing is to follow; answers are right before that. */
export const markEverybody = async (db: Database, clock: () => Date): Promise<void> => {
  let after: string | null = null;
  do {
    after = await markNext(db, after, clock(), walkAtOnce);
  } while (after !== null);
};
