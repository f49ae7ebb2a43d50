import type { Paper } from "@checkride/curriculum-reader/curriculum";
import type { Policy } from "@checkride/rules/policy";
import { type Editions, editionsUntil, withEditions } from "@checkride/rules/with-editions";
import { type Content, wordsHash } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import { type EditionMark, keepEditions, listEditions } from "./store.ts";

/** Which words of which document were in force since when; what a policy asks to sign follows from it. */
export type EditionBook = {
  /** Keeps the words of the content that comes into force, and learns what was there before. */
  readonly load: (db: Database, content: Content, now: Date) => Promise<void>;
  readonly of: (document: string) => readonly EditionMark[];
  readonly inPolicy: (policy: Policy) => Policy;
  /** The same for a moment of the past. */
  readonly inPolicyAsOf: (policy: Policy, at: Date) => Policy;
};

const editionOf = (paper: Paper, now: Date) => ({
  document: paper.id,
  sha256: wordsHash(paper),
  version: paper.version,
  title: paper.title,
  text: paper.text,
  prose: paper.prose,
  signOff: paper.signOff,
  since: now,
});

/** A version later than the one in force was taken back: nobody can be asked to sign it. */
const inForce = (marks: readonly EditionMark[], { papers }: Content): Editions => {
  const found = new Map<string, { version: number; from: string }[]>();
  for (const { document, version, since } of marks.toReversed()) {
    if (version > (papers.get(document)?.version ?? 0)) continue;
    const known = found.get(document) ?? [];
    // The first words of a version count; a correction within it asks nobody again.
    if (known.some((edition) => edition.version === version)) continue;
    found.set(document, [...known, { version, from: since.toISOString() }]);
  }
  return found;
};

export const makeEditionBook = (): EditionBook => {
  let marks: readonly EditionMark[] = [];
  let editions: Editions = new Map();
  // One object for one policy, so that what is computed from it once is found again.
  let known = new WeakMap<Policy, Policy>();
  return {
    load: async (db, content, now) => {
      await keepEditions(
        db,
        [...content.papers.values()].map((paper) => editionOf(paper, now)),
      );
      marks = await listEditions(db);
      editions = inForce(marks, content);
      known = new WeakMap();
    },
    of: (document) => marks.filter((mark) => mark.document === document),
    inPolicy: (policy) => {
      const made = known.get(policy) ?? withEditions(policy, editions);
      known.set(policy, made);
      return made;
    },
    inPolicyAsOf: (policy, at) => withEditions(policy, editionsUntil(editions, at.toISOString())),
  };
};
