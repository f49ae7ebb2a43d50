import type { Verdict } from "@checkride/range/judge";
import type { Answer } from "@checkride/rules/answer";
import type { MadeMove } from "@checkride/rules/labs/board";
import type { ColumnType, JSONColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type StoredFile = { readonly path: string; readonly text: string };

/** What was found out about an attempt, whole: enough to say whether grading it again says the same. */
export type StoredVerdict = Verdict & { readonly tookMs: number };

export type LabVersionTable = {
  lab: Kept<string>;
  version: Kept<string>;
  files: JSONColumnType<readonly StoredFile[], string, never>;
};

export type LabWorkspaceTable = {
  id: Kept<string>;
  lab: Kept<string>;
  version: Kept<string>;
  seed: Kept<string>;
  state: "open" | "passed" | "given-up" | "not-passed";
  startedAt: Kept<Date>;
  endedAt: Date | null;
  revision: number;
  draft: JSONColumnType<readonly StoredFile[], string, string>;
  savedAt: Date;
  savedBy: string | null;
  hintsOpened: number;
  solutionOpenedAt: Date | null;
  joinCode: string | null;
  joinUntil: Date | null;
};

export type LabMemberTable = {
  workspaceId: Kept<string>;
  personId: Kept<string>;
  lab: Kept<string>;
  number: Kept<number>;
  joinedAt: Kept<Date>;
  isOpen: boolean;
  answer: JSONColumnType<Answer | null, string | null, string | null>;
  answeredAt: Date | null;
  passedAt: Date | null;
  passedEvidence: string | null;
};

export type AttemptState = "waiting" | "running" | "graded" | "in-review" | "not-graded";

export type LabAttemptTable = {
  id: Kept<string>;
  workspaceId: Kept<string>;
  number: Kept<number>;
  personId: string | null;
  at: Kept<Date>;
  files: JSONColumnType<readonly StoredFile[], string, never>;
  submissionHash: Kept<string>;
  seed: Kept<string>;
  version: Kept<string>;
  hasChanged: Kept<boolean>;
  state: AttemptState;
  change: number;
  leasedBy: string | null;
  leasedUntil: Date | null;
  fault: string | null;
  passed: boolean | null;
  isHonest: boolean | null;
  points: number | null;
  verdict: JSONColumnType<StoredVerdict | null, string | null, string | null>;
  engines: string | null;
  gradedAt: Date | null;
  prints: number[] | null;
};

export type LabMoveTable = {
  workspaceId: Kept<string>;
  number: Kept<number>;
  personId: string | null;
  at: Kept<Date>;
  move: Kept<string>;
  answers: JSONColumnType<MadeMove["answers"], string, never>;
};

export type LabReviewTable = {
  attemptId: Kept<string>;
  reviewerId: Kept<string>;
  accepted: Kept<boolean>;
  comment: string;
  reviewedAt: Kept<Date>;
};

export type LabLikenessTable = {
  one: Kept<string>;
  other: Kept<string>;
  lab: Kept<string>;
  kind: Kept<"same" | "near">;
  share: Kept<number>;
  foundAt: Kept<Date>;
};

export type LabTables = {
  labVersion: LabVersionTable;
  labWorkspace: LabWorkspaceTable;
  labMember: LabMemberTable;
  labAttempt: LabAttemptTable;
  labMove: LabMoveTable;
  labReview: LabReviewTable;
  labLikeness: LabLikenessTable;
};
