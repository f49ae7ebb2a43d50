import { type Chunk, database, rights } from "./database.ts";

export type Session = { user: string; tenant: string };

/** What the model gets of a chunk. */
export type Found = { id: string; source: string; title: string; text: string; trust: "staff" | "outside" };

const RESULTS = 5;
const OF_ONE_DOCUMENT = 2;

const found = (chunk: Chunk): Found => {
  const { id, source, title, text } = chunk;
  return { id, source, title, text, trust: chunk.origin === "staff" ? "staff" : "outside" };
};

/** One object for one request: what the person may do is looked up when they ask, and then again. */
class Reader {
  readonly session: Session;
  readonly groups: string[];

  constructor(session: Session) {
    this.session = session;
    this.groups = rights.groupsOf(session.user);
  }

  isMember(group: string): boolean {
    return this.groups.includes(group);
  }

  mayRead({ tenant, group, state }: Chunk): boolean {
    return tenant === this.session.tenant && this.isMember(group) && state === "live";
  }

  /** Asks for more each time, and leaves out documents that have had their share. */
  search(question: string): Found[] {
    if (this.groups.length === 0) return [];
    const { tenant } = this.session;
    const list: Chunk[] = [];
    const full: string[] = [];
    for (let k = RESULTS; ; k += RESULTS) {
      const where = { tenant, groups: this.groups, state: "live", notSources: full };
      const answer = database.search({ question, k, where });
      for (const chunk of answer) {
        if (list.length === RESULTS) break;
        const isListed = list.some(({ id }) => id === chunk.id);
        const count = list.filter(({ source }) => source === chunk.source).length;
        if (isListed || count >= OF_ONE_DOCUMENT || !this.mayRead(chunk)) continue;
        list.push(chunk);
        if (count + 1 === OF_ONE_DOCUMENT) full.push(chunk.source);
      }
      if (list.length === RESULTS || answer.length < k) return list.map(found);
    }
  }
}

export const makeLibrary = () => ({
  search: (session: Session, args: { question: string }): Found[] => new Reader(session).search(args.question),

  read: (session: Session, args: { id: string }): Found | null => {
    const chunk = database.chunk(String(args.id));
    return chunk !== null && new Reader(session).mayRead(chunk) ? found(chunk) : null;
  },

  upload: (session: Session, args: { title: string; text: string; group: string }): string | null => {
    if (!new Reader(session).isMember(args.group)) return null;
    const paragraphs = args.text.split(/\n{2,}/);
    const source = database.newId();
    paragraphs.forEach((text) => {
      database.insert({
        title: args.title,
        group: args.group,
        text,
        source,
        id: database.newId(),
        by: session.user,
        tenant: session.tenant,
        origin: "upload",
        state: "waiting",
      });
    });
    return source;
  },

  approve: ({ user, tenant }: Session, args: { source: string }): boolean => {
    if (!rights.isReviewer(user, tenant)) return false;
    const chunks = database.chunksOf(args.source);
    if (chunks.length === 0) return false;
    for (const chunk of chunks) if (chunk.by === user || chunk.tenant !== tenant) return false;
    database.setState(args.source, "live");
    return true;
  },
});
