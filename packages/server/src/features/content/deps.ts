import type { FileFault } from "@checkride/curriculum-reader/source-file";
import type { Approvals } from "@checkride/rules/policy";
import type { Content } from "../../platform/content.ts";
import type { Curriculum } from "../../platform/curriculum.ts";
import type { Database } from "../../platform/database.ts";

export type FlaggedItem = {
  readonly item: string;
  readonly topic: string;
  readonly flags: readonly string[];
};

export type BookDeps = {
  /** What is taught; the book puts into it what comes into force. */
  readonly curriculum: Curriculum;
  /** Null: changes come into force at once. */
  readonly approvalsAsked: (db: Database) => Promise<Approvals | null>;
  /** What else depends on the content learns of the new one. */
  readonly onContent: (tx: Database, content: Content, now: Date) => Promise<void>;
};

export type DifferenceLine = {
  readonly kind: "same" | "added" | "removed";
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
};

/** What content needs of others. */
export type ContentDeps = {
  readonly content: () => Content;
  readonly approvalsAsked: BookDeps["approvalsAsked"];
  /** Labs in force that cannot be played. */
  readonly labFaults: () => Promise<readonly FileFault[]>;
  readonly flaggedItems: (db: Database) => Promise<readonly FlaggedItem[]>;
  /** By module: feedback that nobody has answered yet. */
  readonly openFeedback: (db: Database) => Promise<ReadonlyMap<string, number>>;
  readonly textDifference: (before: string, after: string) => readonly DifferenceLine[];
};
