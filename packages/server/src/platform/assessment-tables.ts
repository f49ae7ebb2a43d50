import type { Answer } from "@checkride/rules/answer";
import type { CompetencyLevel, Item, ItemLevel } from "@checkride/rules/item";
import type { RefresherRating } from "@checkride/rules/refresher-rating";
import type { ColumnType, JSONColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type DrawnItem = {
  readonly place: number;
  readonly item: string;
  readonly version: string;
  readonly competency: string;
  readonly topic: string;
  readonly level: ItemLevel;
  /** This person has not answered it before. */
  readonly isFirst: boolean;
};

export type ItemVersionTable = {
  item: Kept<string>;
  version: Kept<string>;
  content: JSONColumnType<Item, string, never>;
};

export type ItemTryTable = {
  id: Kept<string>;
  personId: Kept<string>;
  activity: Kept<string>;
  number: Kept<number>;
  seed: Kept<string>;
  bankVersion: Kept<string>;
  drawn: JSONColumnType<readonly DrawnItem[], string, never>;
  startedAt: Kept<Date>;
  endedAt: Date | null;
  score: number | null;
  passMark: number | null;
  passed: boolean | null;
};

export type ItemAnswerTable = {
  tryId: Kept<string>;
  place: Kept<number>;
  item: Kept<string>;
  version: Kept<string>;
  isFirst: Kept<boolean>;
  answer: JSONColumnType<Answer, string, never>;
  isRight: Kept<boolean>;
  share: Kept<number>;
  sure: Kept<1 | 2 | 3 | 4 | null>;
  answeredAt: Kept<Date>;
};

export type CompetencyLevelTable = {
  personId: string;
  competency: string;
  level: CompetencyLevel;
  knownAt: Date;
};

export type WrittenWorkTable = {
  id: Kept<string>;
  personId: Kept<string>;
  assessment: Kept<string>;
  round: Kept<number>;
  state: "draft" | "in-review" | "passed" | "not-passed";
  texts: JSONColumnType<Readonly<Record<string, string>>, string, string>;
  version: number;
  savedAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
  points: number | null;
};

export type WrittenReviewTable = {
  workId: Kept<string>;
  reviewerId: Kept<string>;
  byPoint: JSONColumnType<Readonly<Record<string, number>>, string, never>;
  points: Kept<number>;
  comment: string;
  reviewedAt: Kept<Date>;
};

export type RefresherCardTable = {
  personId: string;
  topic: string;
  competency: string;
  stability: number;
  difficulty: number;
  reps: number;
  lapses: number;
  reviewedAt: Date;
  dueAt: Date;
  lastItem: string;
  missedLast: boolean;
};

export type RefresherReviewTable = {
  id: Kept<string>;
  personId: Kept<string>;
  topic: Kept<string>;
  item: Kept<string>;
  version: Kept<string>;
  rating: Kept<RefresherRating>;
  seconds: Kept<number | null>;
  reviewedAt: Kept<Date>;
  dueAt: Kept<Date>;
  stability: Kept<number>;
  difficulty: Kept<number>;
};

export type AssessmentTables = {
  itemVersion: ItemVersionTable;
  itemTry: ItemTryTable;
  itemAnswer: ItemAnswerTable;
  competencyLevel: CompetencyLevelTable;
  writtenWork: WrittenWorkTable;
  writtenReview: WrittenReviewTable;
  refresherCard: RefresherCardTable;
  refresherReview: RefresherReviewTable;
};
