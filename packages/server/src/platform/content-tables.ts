import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type ContentTextTable = {
  ref: Kept<string>;
  version: Kept<string>;
  title: Kept<string>;
  bytes: Kept<Buffer>;
};

export type ContentInForceTable = {
  ref: Kept<string>;
  round: Kept<number>;
  version: Kept<string | null>;
  since: Kept<Date>;
};

export type ContentChangeState = "waiting" | "in-force" | "refused" | "overtaken";

export type ContentChangeTable = {
  id: Kept<string>;
  ref: Kept<string>;
  title: Kept<string>;
  before: Kept<string | null>;
  after: Kept<string | null>;
  state: ContentChangeState;
  foundAt: Kept<Date>;
  inForceAt: Date | null;
  refusedBy: string | null;
  refusedAt: Date | null;
  reason: string | null;
};

export type ContentApprovalTable = {
  changeId: Kept<string>;
  personId: Kept<string>;
  note: Kept<string>;
  approvedAt: Kept<Date>;
};

export type FileVersion = { readonly ref: string; readonly version: string };

export type ContentMadeTable = {
  activity: Kept<string>;
  version: Kept<string>;
  files: JSONColumnType<readonly FileVersion[], string, never>;
  since: Kept<Date>;
};

export type FeedbackTable = {
  id: Kept<string>;
  personId: Kept<string>;
  module: Kept<string>;
  lesson: Kept<string>;
  lessonTitle: Kept<string>;
  step: Kept<string | null>;
  stepTitle: Kept<string | null>;
  version: Kept<string>;
  kind: Kept<"wrong" | "unclear" | "idea" | "broken">;
  text: Kept<string>;
  givenAt: Kept<Date>;
  state: "open" | "answered" | "done";
  note: Generated<string>;
  answeredBy: string | null;
  answeredAt: Date | null;
};

export type ContentTables = {
  contentText: ContentTextTable;
  contentInForce: ContentInForceTable;
  contentChange: ContentChangeTable;
  contentApproval: ContentApprovalTable;
  contentMade: ContentMadeTable;
  feedback: FeedbackTable;
};
