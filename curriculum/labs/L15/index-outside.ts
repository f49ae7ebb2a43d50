import type { CheckCase, Claimed } from "@checkride/range/checks";

export type Value = Claimed["value"];
type Host = NonNullable<CheckCase["host"]>;

export type Chunk = {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly tenant: string;
  readonly group: string;
  readonly state: string;
  readonly origin: string;
  readonly by: string;
};

export type People = {
  /** Who is in which groups, one entry for each step; the last one stays. */
  readonly groups: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly reviewers: readonly (readonly [user: string, tenant: string])[];
};

/** Chunks that a search has handed out, and all that there are now. */
export type Seen = { readonly handed: Chunk[]; readonly chunks: Map<string, Chunk> };

export const fieldsOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  new Map(Object.entries(value ?? {}));

const listOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set<string>(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);

/** How many words of the question a text holds, more often counting a little more. */
const scoreOf = (question: string, { title, text }: Chunk): number => {
  const words: readonly string[] = `${title} ${text}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const asked = wordsOf(question);
  const held = [...asked].filter((word) => words.includes(word)).length;
  const often = words.filter((word) => asked.has(word)).length;
  return held + often / 1_000;
};

export const ranked = (
  question: string,
  chunks: readonly Chunk[],
): readonly (Chunk & { score: number })[] =>
  chunks
    .map((chunk) => ({ ...chunk, score: scoreOf(question, chunk) }))
    .filter(({ score }) => score >= 1)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));

const meets = (chunk: Chunk, where: Value | undefined): boolean => {
  const fields = fieldsOf(where);
  const [tenant, state] = [fields.get("tenant"), fields.get("state")];
  const [groups, notSources] = [listOf(fields.get("groups")), listOf(fields.get("notSources"))];
  return (
    (tenant === undefined || tenant === null || tenant === chunk.tenant) &&
    (state === undefined || state === null || state === chunk.state) &&
    (groups.length === 0 || groups.includes(chunk.group)) &&
    !notSources.includes(chunk.source)
  );
};

const chunkFrom = (value: Value | undefined): Chunk => {
  const fields = fieldsOf(value);
  const text = (key: string): string => String(fields.get(key) ?? "");
  return {
    id: text("id"),
    source: text("source"),
    title: text("title"),
    text: text("text"),
    tenant: text("tenant"),
    group: text("group"),
    state: text("state"),
    origin: text("origin"),
    by: text("by"),
  };
};

/** The index and the rights, where learner code can change neither by other ways than these calls. */
export const makeIndex = (
  all: readonly Chunk[],
  people: People,
): { readonly seen: Seen; readonly host: Host } => {
  const chunks = new Map(all.map((chunk) => [chunk.id, chunk]));
  const seen: Seen = { handed: [], chunks };
  let step = -1;
  let ids = 0;

  const search = (query: Value | undefined): Value => {
    const fields = fieldsOf(query);
    const k = Math.max(0, Math.min(Number(fields.get("k")), 100));
    const found = ranked(
      String(fields.get("question")),
      [...chunks.values()].filter((chunk) => meets(chunk, fields.get("where"))),
    ).slice(0, k);
    seen.handed.push(...found);
    return found.map((one) => ({ ...one }));
  };

  const groupsOf = (user: string): readonly string[] => {
    const known = people.groups.get(user) ?? [];
    return known[Math.min(step, known.length - 1)] ?? [];
  };

  const answer = (name: string, first: Value | undefined, second: Value | undefined): Value => {
    switch (name) {
      case "begin":
        step += 1;
        return null;
      case "search":
        return search(first);
      case "chunk": {
        const chunk = chunks.get(String(first));
        return chunk === undefined ? null : { ...chunk };
      }
      case "chunksOf":
        return [...chunks.values()]
          .filter(({ source }) => source === first)
          .map((one) => ({ ...one }));
      case "insert": {
        const chunk = chunkFrom(first);
        chunks.set(chunk.id, chunk);
        return null;
      }
      case "setState":
        for (const one of [...chunks.values()].filter(({ source }) => source === first))
          chunks.set(one.id, { ...one, state: String(second) });
        return null;
      case "newId":
        ids += 1;
        return `n-${ids}-${chunks.size}`;
      case "groupsOf":
        return [...groupsOf(String(first))];
      default:
        return people.reviewers.some(([user, tenant]) => user === first && tenant === second);
    }
  };
  return {
    seen,
    host: (name, [first, second]) => ({ ok: true, value: answer(name, first, second) }),
  };
};

/** What a person should find: the best of what they may read, at most two of a document, at most five. */
export const wantedOf = (question: string, allowed: readonly Chunk[]): readonly Chunk[] => {
  const taken = new Map<string, number>();
  return ranked(question, allowed)
    .filter(({ source }) => {
      const count = (taken.get(source) ?? 0) + 1;
      taken.set(source, count);
      return count <= 2;
    })
    .slice(0, 5);
};
