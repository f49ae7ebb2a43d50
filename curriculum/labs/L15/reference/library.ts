import { type Chunk, database, rights } from "./database.ts";

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
const PER_SOURCE_MAX = 2;
const BATCH = 20;

/** Whom a text comes from, and no score: the model needs it, and a score tells of texts that are not shown. */
const shown = ({ id, source, title, text, origin }: Chunk): Found => ({
  id,
  source,
  title,
  text,
  trust: origin === "staff" ? "staff" : "outside",
});

/** The database asks before it searches. Null: there is nothing to ask for, and no condition would be none. */
const wall = ({ user, tenant }: Session) => {
  const groups = rights.groupsOf(user);
  return groups.length === 0 ? null : { tenant, groups, state: "live" };
};

export const makeLibrary = () => ({
  search: (session: Session, { question }: { question: string }): Found[] => {
    const where = wall(session);
    if (where === null) return [];
    const found = new Map<string, Found>();
    const taken = new Map<string, number>();
    while (true) {
      const notSources = [...taken].flatMap(([source, count]) => (count === PER_SOURCE_MAX ? [source] : []));
      const batch = database.search({ question, k: BATCH, where: { ...where, notSources } });
      for (const chunk of batch) {
        const count = taken.get(chunk.source) ?? 0;
        if (found.has(chunk.id) || count === PER_SOURCE_MAX) continue;
        taken.set(chunk.source, count + 1);
        found.set(chunk.id, shown(chunk));
        if (found.size === RESULTS_MAX) return [...found.values()];
      }
      // A batch that is not full was the last one.
      if (batch.length < BATCH) return [...found.values()];
    }
  },

  read: ({ user, tenant }: Session, { id }: { id: string }): Found | null => {
    const chunk = database.chunk(id);
    if (chunk === null || chunk.tenant !== tenant || chunk.state !== "live") return null;
    return rights.groupsOf(user).includes(chunk.group) ? shown(chunk) : null;
  },

  upload: (
    { user: by, tenant }: Session,
    { title, text, group }: { title: string; text: string; group: string },
  ): string | null => {
    if (!rights.groupsOf(by).includes(group)) return null;
    const source = database.newId();
    for (const part of text.split(/\n\n+/)) {
      const id = database.newId();
      database.insert({ id, source, title, text: part, tenant, group, by, state: "waiting", origin: "upload" });
    }
    return source;
  },

  approve: ({ user, tenant }: Session, { source }: { source: string }): boolean => {
    const chunks = database.chunksOf(source);
    const mayApprove =
      chunks.length > 0 &&
      chunks.every((chunk) => chunk.tenant === tenant && chunk.by !== user) &&
      rights.isReviewer(user, tenant);
    if (mayApprove) database.setState(source, "live");
    return mayApprove;
  },
});
