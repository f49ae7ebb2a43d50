/**
 * Read-only: the vector database and the directory of rights. Both lie outside of your code; what they hand out is
 * recorded there. Several companies (tenants) share one index. Groups of different companies may be called alike.
 */
declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export type Chunk = {
  id: string;
  /** The document that it is a part of. */
  source: string;
  title: string;
  text: string;
  tenant: string;
  /** Who may read it: members of this group of this tenant. */
  group: string;
  state: "live" | "waiting";
  /** `staff` wrote it, or it came from elsewhere: `upload`, `mail`, `web`, … */
  origin: string;
  /** Who brought it. */
  by: string;
};

/** What is left out is no condition. An empty list is none either. */
export type Where = { tenant?: string; groups?: string[]; state?: string; notSources?: string[] };

export const database = {
  /** The `k` chunks that fit best among those that meet the conditions, the best first. */
  search: (query: { question: string; k: number; where?: Where }) =>
    host.call("search", query) as (Chunk & { score: number })[],
  chunk: (id: string) => host.call("chunk", id) as Chunk | null,
  /** All chunks of a document. */
  chunksOf: (source: string) => host.call("chunksOf", source) as Chunk[],
  /** A chunk of the same id is replaced. */
  insert: (chunk: Chunk) => {
    host.call("insert", chunk);
  },
  setState: (source: string, state: "live" | "waiting") => {
    host.call("setState", source, state);
  },
  newId: () => String(host.call("newId")),
};

/** As it is at this moment. */
export const rights = {
  groupsOf: (user: string) => host.call("groupsOf", user) as string[],
  /** Reviews what others of this company upload. */
  isReviewer: (user: string, tenant: string) => host.call("isReviewer", user, tenant) as boolean,
};
