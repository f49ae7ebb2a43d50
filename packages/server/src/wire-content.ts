import type { FileFault } from "@checkride/curriculum-reader/source-file";
import type { Approvals } from "@checkride/rules/policy";
import { textDifference } from "@checkride/rules/text-difference";
import { makeContentBook } from "./features/content/content-book.ts";
import type { ContentDeps } from "./features/content/deps.ts";
import type { EditionBook } from "./features/documents/edition-book.ts";
import { countOpen } from "./features/feedback/store.ts";
import type { PolicyInForce } from "./features/policy/policy-in-force.ts";
import { listItems } from "./features/quizzes/list-items.ts";
import { countOne } from "./features/session/rate-store.ts";
import type { Bank } from "./platform/bank.ts";
import type { Content } from "./platform/content.ts";
import type { Database } from "./platform/database.ts";
import type { Parts } from "./wiring.ts";

type Others = {
  readonly content: () => Content;
  readonly bank: () => Bank;
  readonly editions: EditionBook;
  readonly labFaults: () => Promise<readonly FileFault[]>;
  readonly policyInForce: (db: Database) => Promise<PolicyInForce | null>;
  /** What documents are asked for may be another one now. */
  readonly onOtherDocuments: (tx: Database) => Promise<void>;
};

const papersOf = ({ papers }: Content): string =>
  JSON.stringify([...papers.values()].map(({ id, version }) => [id, version]));

/** Content in force, its health, and what learners say about it. */
export const wireContent = (parts: Parts, others: Others) => {
  const { content, bank, editions, labFaults, policyInForce, onOtherDocuments } = others;
  const approvalsAsked = async (db: Database): Promise<Approvals | null> => {
    const rule = (await policyInForce(db))?.policy.content;
    return rule && rule.count > 0 ? rule : null;
  };
  const deps: ContentDeps = {
    content,
    approvalsAsked,
    labFaults,
    flaggedItems: async (db) => {
      const { items } = await listItems(db, bank());
      return items.filter(({ flags }) => flags.length > 0);
    },
    openFeedback: countOpen,
    textDifference,
  };
  return {
    deps,
    book: makeContentBook({
      curriculum: parts.curriculum,
      approvalsAsked,
      onContent: async (tx, next, now) => {
        const isOther = papersOf(content()) !== papersOf(next);
        await editions.load(tx, next, now);
        if (isOther) await onOtherDocuments(tx);
      },
    }),
    feedback: {
      content,
      countOne: (bucket: string, now: Date, ends: Date) =>
        countOne(parts.outside.db, bucket, now, ends),
    },
  };
};
