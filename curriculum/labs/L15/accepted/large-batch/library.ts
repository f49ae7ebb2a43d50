import { type Chunk, database, rights } from "./database.ts";

export type Session = { user: string; tenant: string };

const mayRead = (session: Session, chunk: Chunk) =>
  chunk.state === "live" && chunk.tenant === session.tenant && rights.groupsOf(session.user).includes(chunk.group);

const forModel = (chunk: Chunk) => {
  const { id, source, title, text } = chunk;
  return { id, source, title, text, trust: chunk.origin === "staff" ? "staff" : "outside" };
};

class Library {
  // One question for each place: the best text of all documents that do not have two yet.
  search(session: Session, args: { question: string }) {
    const groups = rights.groupsOf(session.user);
    const found: Chunk[] = [];
    const counts: Record<string, number> = {};
    if (groups.length === 0) return found;
    for (let k = 1; found.length < 5; k++) {
      const full = Object.keys(counts).filter((source) => (counts[source] ?? 0) >= 2);
      const open = database.search({
        question: args.question,
        k: 5 + found.length,
        where: { tenant: session.tenant, groups, state: "live", notSources: full },
      });
      const next = open.find((chunk) => !found.some(({ id }) => id === chunk.id));
      if (next === undefined) break;
      found.push(next);
      counts[next.source] = (counts[next.source] ?? 0) + 1;
    }
    return found.map(forModel);
  }

  read(session: Session, { id }: { id: string }) {
    const chunk = database.chunk(id);
    return chunk !== null && mayRead(session, chunk) ? forModel(chunk) : null;
  }

  upload(session: Session, given: { title: string; text: string; group: string }) {
    if (rights.groupsOf(session.user).indexOf(given.group) < 0) return null;
    const ids = given.text.split(/\n\n+/).map((text) => ({ id: database.newId(), text }));
    const source = database.newId();
    ids.forEach(({ id, text }) =>
      database.insert({
        ...{ id, text, source },
        title: given.title,
        group: given.group,
        tenant: session.tenant,
        by: session.user,
        origin: "upload",
        state: "waiting",
      }),
    );
    return source;
  }

  approve(session: Session, { source }: { source: string }) {
    if (!rights.isReviewer(session.user, session.tenant)) return false;
    const chunks = database.chunksOf(source);
    if (chunks.length === 0) return false;
    if (chunks.some((one) => one.tenant !== session.tenant || one.by === session.user)) return false;
    database.setState(source, "live");
    return true;
  }
}

export const makeLibrary = () => new Library();
