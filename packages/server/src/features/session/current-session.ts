import type { PersonCard } from "@checkride/api/people";
import type { CurrentSession } from "@checkride/api/session";
import type { Right } from "@checkride/rules/rights";
import type { Database } from "../../platform/database.ts";
import type { Principal } from "../../platform/http/request-context.ts";
import { rightsOf } from "./authenticate.ts";
import type { SessionDeps } from "./deps.ts";
import { countSignInMethods } from "./store.ts";

const nobody: CurrentSession = {
  person: null,
  rights: [],
  next: "sign-in",
  hasPassword: false,
  passkeys: 0,
};

/**
 * The first owner names the organisation and themselves before they choose how to sign in: a password
 * without an e-mail address to go with it would lock them out.
 */
const nextOf = async (
  db: Database,
  deps: SessionDeps,
  card: PersonCard,
  canSignIn: boolean,
): Promise<CurrentSession["next"]> => {
  const { setUp, demo } = await deps.readOrganisation(db);
  if (card.roles.includes("owner") && !setUp) return "set-up";
  // Whoever looks at a demo came to look; each start prints a new link.
  return canSignIn || demo ? "home" : "choose-sign-in";
};

const viewOf = async (
  db: Database,
  deps: SessionDeps,
  personId: string,
  rights: readonly Right[] | null,
): Promise<CurrentSession> => {
  const card = await deps.readPersonCard(db, personId);
  if (!card) return nobody;
  const { hasPassword, passkeys } = await countSignInMethods(db, personId);
  return {
    person: card,
    rights: [...(rights ?? rightsOf(card.roles))],
    next: await nextOf(db, deps, card, hasPassword || passkeys > 0),
    hasPassword,
    passkeys,
  };
};

export const currentSession = async (
  db: Database,
  deps: SessionDeps,
  principal: Principal | null,
): Promise<CurrentSession> =>
  principal ? viewOf(db, deps, principal.personId, [...principal.rights]) : nobody;

export const sessionOf = (
  db: Database,
  deps: SessionDeps,
  personId: string,
): Promise<CurrentSession> => viewOf(db, deps, personId, null);
