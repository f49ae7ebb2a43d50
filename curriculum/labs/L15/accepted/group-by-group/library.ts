import { type Chunk, database, rights, type Where } from "./database.ts";

export type Session = { user: string; tenant: string };

/** What the model gets of a chunk. */
export type Found = { id: string; source: string; title: string; text: string; trust: "staff" | "outside" };

const shown = ({ id, source, title, text, origin }: Chunk): Found => {
  const trust = origin === "staff" ? "staff" : "outside";
  return { id, source, title, text, trust };
};

/** All texts that fit and may be read, the best first, one page of the database after the other. */
function* readable(question: string, where: Where): Generator<Chunk, void> {
  const seen = new Set<string>();
  for (let k = 10; ; k *= 4) {
    const page = database.search({ question, k, where });
    for (const chunk of page) {
      if (!seen.has(chunk.id)) yield chunk;
      seen.add(chunk.id);
    }
    if (page.length < k) return;
  }
}

const search = ({ user, tenant }: Session, question: string): Found[] => {
  const groups = [...rights.groupsOf(user)];
  const results: Found[] = [];
  // No groups would be no condition.
  if (groups.length === 0) return results;
  for (const chunk of readable(question, { state: "live", tenant, groups })) {
    const isAlone = results.filter(({ source }) => source === chunk.source).length < 2;
    if (isAlone) results.push(shown(chunk));
    if (results.length >= 5) break;
  }
  return results;
};

const read = ({ user, tenant }: Session, id: string): Found | null => {
  const chunk = database.chunk(id);
  const isReadable =
    chunk !== null && chunk.state === "live" && chunk.tenant === tenant && rights.groupsOf(user).some((group) => group === chunk.group);
  return isReadable ? shown(chunk) : null;
};

export const makeLibrary = () => ({
  search: (session: Session, { question }: { question: string }) => search(session, question),
  read: (session: Session, { id }: { id: string }) => read(session, id),

  upload: ({ user, tenant }: Session, { title, text, group }: { title: string; text: string; group: string }) => {
    const mayPutThere = new Set(rights.groupsOf(user)).has(group);
    if (!mayPutThere) return null;
    const about = { source: database.newId(), title, tenant, group, by: user, origin: "upload", state: "waiting" } as const;
    const chunks = text.split(/\n\n+/).map((paragraph) => ({ ...about, id: database.newId(), text: paragraph }));
    for (const chunk of chunks) database.insert(chunk);
    return about.source;
  },

  approve: ({ user, tenant }: Session, { source }: { source: string }) => {
    const [first, ...rest] = database.chunksOf(source);
    const isForeign = (chunk: Chunk) => chunk.tenant !== tenant;
    const isOwn = (chunk: Chunk) => chunk.by === user;
    if (first === undefined || [first, ...rest].some((chunk) => isForeign(chunk) || isOwn(chunk))) return false;
    const isAllowed = rights.isReviewer(user, tenant);
    if (isAllowed) database.setState(source, "live");
    return isAllowed;
  },
});
