import type { Role } from "@checkride/rules/person";
import type { Right } from "@checkride/rules/rights";
import type { Database } from "../database.ts";

/** Who asks: a person in a session, or a person's access token with fewer rights. */
export type Principal = {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly rights: ReadonlySet<Right>;
  readonly via:
    | { readonly kind: "session"; readonly id: string }
    | { readonly kind: "token"; readonly id: string };
};

export type RequestContext = {
  readonly requestId: string;
  readonly now: Date;
  /** For a request that changes something: the one transaction of this request, unless it opens its own. */
  readonly db: Database;
  readonly principal: Principal | null;
  readonly ip: string;
  readonly userAgent: string;
  /** Where a stream of events that was cut off is to go on. */
  readonly lastEventId: string | null;
  /** The origin under which this request reached us, for links and for WebAuthn. */
  readonly origin: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly setCookie: (name: string, value: string, maxAgeSeconds: number) => void;
  /** Runs once the transaction is committed. */
  readonly afterCommit: (act: () => void) => void;
};

/** The signed-in person, where the operation's access has already made sure that there is one. */
export const actorOf = (context: RequestContext): Principal => {
  if (!context.principal) throw new Error("an operation without a principal asked for its actor");
  return context.principal;
};
