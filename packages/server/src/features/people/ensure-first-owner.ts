import type { Database } from "../../platform/database.ts";
import { addPeople } from "./add-people.ts";
import type { PeopleDeps } from "./deps.ts";
import { findFirstOwner } from "./store.ts";

type FirstOwnerDeps = Pick<PeopleDeps, "makeOneTimeLink"> & {
  /** Makes the organisation's row when there is none, and holds it until the transaction ends. */
  readonly lockOrganisation: (db: Database, now: Date) => Promise<unknown>;
};

/**
 * For the start: while no owner has ever been here, a fresh link that lets the first one in; null once one
 * was. Two nodes that start at once come one after the other, and the later one's link is the one that counts.
 */
export const ensureFirstOwner =
  (deps: FirstOwnerDeps) =>
  (db: Database, ask: Ask): Promise<Link | null> =>
    db.isTransaction ? inviteFirstOwner(deps, db, ask) : ownTransaction(deps, db, ask);

type Ask = { readonly origin: string; readonly now: Date };
type Link = { readonly url: string; readonly expiresAt: string };

const ownTransaction = (deps: FirstOwnerDeps, db: Database, ask: Ask): Promise<Link | null> =>
  db.transaction().execute((tx) => inviteFirstOwner(deps, tx, ask));

const inviteFirstOwner = async (
  deps: FirstOwnerDeps,
  tx: Database,
  { origin, now }: Ask,
): Promise<Link | null> => {
  await deps.lockOrganisation(tx, now);
  const owner = await findFirstOwner(tx);
  if (owner?.joinedAt) return null;
  const personId = owner?.id ?? (await addFirstOwner(tx, now));
  return deps.makeOneTimeLink(tx, {
    personId,
    purpose: "first-owner",
    createdBy: null,
    origin,
    now,
  });
};

const addFirstOwner = async (db: Database, now: Date): Promise<string> => {
  const nobodyYet = { email: null, team: null, job: null, tier: null, attributes: {} };
  const [owner] = await addPeople(
    db,
    [{ ...nobodyYet, name: "First owner", roles: ["owner", "learner"], startedAt: now }],
    { actor: null, now },
  );
  if (!owner) throw new Error("the first owner was not added");
  return owner.id;
};
