import type { OrganisationView } from "@checkride/api/organisation";
import type { PersonCard } from "@checkride/api/people";
import type { CurrentSession } from "@checkride/api/session";
import type { Right } from "@checkride/rules/rights";
import { createContext, type ReactNode, useContext } from "react";

export type Session = {
  readonly person: PersonCard;
  readonly rights: readonly Right[];
  readonly organisation: OrganisationView;
  readonly next: CurrentSession["next"];
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly can: (right: Right) => boolean;
};

const SessionContext = createContext<Session | null>(null);

type SessionProviderProps = {
  readonly session: CurrentSession & { readonly person: PersonCard };
  readonly organisation: OrganisationView;
  readonly children: ReactNode;
};

export const SessionProvider = ({ session, organisation, children }: SessionProviderProps) => (
  <SessionContext
    value={{ ...session, organisation, can: (right) => session.rights.includes(right) }}
  >
    {children}
  </SessionContext>
);

/** Who is signed in. Only below the signed-in part of the router, where there always is somebody. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession is used outside the signed-in pages");
  return session;
};
