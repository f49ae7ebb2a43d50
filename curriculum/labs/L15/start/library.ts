import { database, rights } from "./database.ts";

export type Session = { user: string; tenant: string };

/** What the model gets of a chunk. */
export type Found = {
  id: string;
  source: string;
  title: string;
  text: string;
  trust: "staff" | "outside";
};

const RESULTS_MAX = 5;

export const makeLibrary = () => {
  const groups = new Map<string, string[]>();

  const groupsOf = (user: string): string[] => {
    const known = groups.get(user) ?? rights.groupsOf(user);
    groups.set(user, known);
    return known;
  };

  return {
    search: (session: Session, args: { question: string; tenant?: string; groups?: string[] }) => {
      const { question, tenant = session.tenant, groups = groupsOf(session.user) } = args;
      const found = database.search({ question, k: RESULTS_MAX });
      return found.filter((chunk) => chunk.tenant === tenant && groups.includes(chunk.group));
    },

    read: (_session: Session, { id }: { id: string }) => database.chunk(id),

    /** Gives the id of the new document. */
    upload: (session: Session, document: { title: string; text: string; group: string }) => {
      const source = database.newId();
      for (const text of document.text.split(/\n\n+/)) {
        database.insert({
          id: database.newId(),
          source,
          tenant: session.tenant,
          by: session.user,
          state: "live",
          origin: "upload",
          ...document,
          text,
        });
      }
      return source;
    },

    /** For the review queue, which is not used yet. */
    approve: (_session: Session, { source }: { source: string }) => {
      database.setState(source, "live");
      return true;
    },
  };
};
