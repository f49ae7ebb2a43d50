import { createHash } from "node:crypto";
import { standings } from "@checkride/rules/evaluate-standing";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import { productVersion } from "../../platform/product-version.ts";
import type { InForce, StandingDeps } from "./deps.ts";
import {
  claimStale,
  clearMark,
  lockForRefresh,
  markNext,
  markOtherRules,
  markPassed,
  readFactsOf,
  type StoredStandings,
  writeStandings,
} from "./store.ts";

const hashes = new WeakMap<Policy, string>();

/**
 * Names all that standings depend on in a policy; a change of gates or approvals leaves them as they are.
 * The version of the program is part of it: a release may judge the same evidence better.
 */
const rulesHashOf = (policy: Policy): string => {
  const known = hashes.get(policy);
  if (known) return known;
  const { audiences, certificates, exemptions } = policy;
  const made = createHash("sha256")
    .update(JSON.stringify([productVersion, audiences, certificates, exemptions]))
    .digest("base64url");
  hashes.set(policy, made);
  return made;
};

/** Clocks of nodes differ a little; by more than this a clock was set back. */
const skewMs = 5_000;

const isFresh = (
  stored: StoredStandings | null,
  policy: Policy,
  now: Date,
): stored is StoredStandings =>
  stored !== null &&
  !stored.isStale &&
  stored.rulesHash === rulesHashOf(policy) &&
  stored.computedAt.getTime() <= now.getTime() + skewMs &&
  (stored.changesAt === null || stored.changesAt > now);

/** Somebody's standings with what they rest on. */
export type Known = {
  readonly person: PersonFacts;
  readonly inForce: InForce | null;
  readonly standings: readonly Standing[];
};

/** By id or e-mail address. Right at once: what is stored if nothing has happened since, else computed anew for this person alone. */
export const readKnown = async (
  db: Database,
  deps: StandingDeps,
  who: string,
  now: Date,
): Promise<Known | null> => {
  const subject = await deps.readSubject(who);
  if (!subject) return null;
  const { person, policy, stored } = subject;
  const inForce = policy && (await deps.policyInForce(db, policy));
  if (!inForce) return { person, inForce: null, standings: [] };
  if (isFresh(stored, inForce.policy, now)) return { person, inForce, standings: stored.standings };
  const computed = await db.transaction().execute(async (tx) => {
    await lockForRefresh(tx, person.id, now);
    return refresh(tx, deps, inForce, person.id, now);
  });
  return { person, inForce, standings: computed };
};

/**
 * Under the lock of this person's mark. What was recorded after `now` (while we waited for the lock, or by
 * a node whose clock is ahead) does not count yet, but its moment ends what is stored here.
 */
const refresh = async (
  tx: Database,
  deps: StandingDeps,
  inForce: InForce,
  personId: string,
  now: Date,
): Promise<readonly Standing[]> => {
  const { policy } = inForce;
  const person = await deps.readPersonFacts(tx, personId);
  const facts = person ? await readFactsOf(tx, personId, null) : [];
  const nowText = now.toISOString();
  const computed = person ? standings(policy, person, facts, nowText) : [];
  const ahead = facts.map(({ at }) => at).filter((at) => at > nowText);
  const nextFactAt = ahead.toSorted()[0] ?? null;
  await writeStandings(tx, personId, rulesHashOf(policy), computed, { now, nextFactAt });
  for (const follow of deps.onRefreshed) {
    await follow(tx, { personId, person, inForce, standings: computed, now });
  }
  await clearMark(tx, personId);
  return computed;
};

const passedAtOnce = 500;
/** Their marks are locked as long as it takes, and who appends evidence about one of them waits so long. */
const peopleAtOnce = 20;

/** A round over everybody who waits, a few at a time; true when there was enough to begin another at once. */
export const refreshStale = async (
  db: Database,
  deps: StandingDeps,
  clock: () => Date,
  signal: AbortSignal,
): Promise<boolean> => {
  const passed = await markPassed(db, clock(), passedAtOnce);
  let after: string | null = null;
  while (!signal.aborted) {
    after = await refreshNext(db, deps, clock(), after);
    if (after === null) return passed === passedAtOnce;
  }
  return false;
};

const refreshNext = async (
  db: Database,
  deps: StandingDeps,
  now: Date,
  after: string | null,
): Promise<string | null> => {
  const inForce = await deps.policyInForce(db);
  if (!inForce) return null;
  return db.transaction().execute(async (tx) => {
    const people = await claimStale(tx, after, peopleAtOnce);
    for (const personId of people) await refresh(tx, deps, inForce, personId, now);
    return people.at(-1) ?? null;
  });
};

const walkAtOnce = 1_000;

/** After a new policy everybody's stored standing is to follow; answers are right before that. */
export const markEverybody = async (db: Database, clock: () => Date): Promise<void> => {
  let after: string | null = null;
  do {
    after = await markNext(db, after, clock(), walkAtOnce);
  } while (after !== null);
};

/** At a start: whoever was judged by other rules, as after an upgrade, follows in the lists too. */
export const followRules = async (db: Database, deps: StandingDeps, now: Date): Promise<void> => {
  const inForce = await deps.policyInForce(db);
  if (inForce) await markOtherRules(db, rulesHashOf(inForce.policy), now);
};
