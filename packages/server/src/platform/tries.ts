import type { AnsweredItem, OpenItem } from "@checkride/api/tries";
import type { Answer } from "@checkride/rules/answer";
import type { Item } from "@checkride/rules/item";
import type { Result } from "@checkride/rules/result";
import type { DrawnItem } from "./assessment-tables.ts";
import type { Database } from "./database.ts";
import type { Refusal } from "./http/refusal.ts";

export type Sure = 1 | 2 | 3 | 4;

export type GivenItem = {
  readonly place: number;
  readonly answer: Answer;
  readonly right: boolean;
  readonly share: number;
  readonly sure: Sure | null;
  readonly at: Date;
};

/** One try as it stands: what was drawn and what was answered of it. */
export type Sitting = {
  readonly id: string;
  readonly personId: string;
  readonly activity: string;
  readonly number: number;
  readonly seed: string;
  readonly bankVersion: string;
  readonly drawn: readonly DrawnItem[];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly score: number | null;
  readonly passMark: number | null;
  readonly passed: boolean | null;
  readonly given: readonly GivenItem[];
};

/** A question answered, with what it is about. */
export type AnsweredDrawn = DrawnItem & Omit<GivenItem, "answer">;

export const answeredOf = ({ drawn, given }: Pick<Sitting, "drawn" | "given">) =>
  given.flatMap(({ answer: _, ...rest }): AnsweredDrawn[] => {
    const item = drawn.find(({ place }) => place === rest.place);
    return item ? [{ ...item, ...rest }] : [];
  });

/** What this person has met before, and what makes the next draw another one. */
export type DrawHistory = {
  readonly seed: string;
  readonly lastTry: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
};

export type BeginAsk = {
  readonly personId: string;
  readonly activity: string;
  readonly now: Date;
  /** When the next try can begin, after the last one; null: at once. */
  readonly againFrom: (last: Sitting) => Date | null;
  readonly draw: (history: DrawHistory) => Promise<Result<readonly Item[], Refusal>>;
};

export type AnswerAsk = {
  readonly personId: string;
  readonly tryId: string;
  readonly place: number;
  readonly answer: Answer;
  readonly sure: Sure | null;
  readonly now: Date;
};

export type Outcome = {
  readonly score: number | null;
  readonly passMark: number | null;
  readonly passed: boolean | null;
};

/** What makes a quiz another thing than an assessment. */
export type Rules = {
  /** Whether it is a try of this kind; one of another kind is not there. */
  readonly owns: (activity: string) => boolean;
  /** The place of the next question; null: it is over. */
  readonly next: (sitting: Sitting) => number | null;
  /** Appends the evidence of the result. */
  readonly finish: (db: Database, sitting: Sitting, now: Date) => Promise<Outcome>;
};

/** Sitting over drawn questions, one answer at a time. */
export type Tries = {
  readonly begin: (db: Database, ask: BeginAsk) => Promise<Result<Sitting, Refusal>>;
  readonly answer: (
    db: Database,
    rules: Rules,
    ask: AnswerAsk,
  ) => Promise<Result<Sitting, Refusal>>;
  readonly read: (db: Database, personId: string, id: string) => Promise<Sitting | null>;
  readonly readOpen: (
    db: Database,
    personId: string,
    activities: readonly string[],
  ) => Promise<readonly Sitting[]>;
  /** The newest first. */
  readonly readEnded: (
    db: Database,
    personId: string,
    activities: readonly string[],
    limit: number,
  ) => Promise<readonly Sitting[]>;
  /** What was answered at these places, with reasons and keys. */
  readonly showAnswered: (
    db: Database,
    sitting: Sitting,
    places: readonly number[],
  ) => Promise<AnsweredItem[]>;
  /** The question at this place, without its key. */
  readonly showNext: (
    db: Database,
    sitting: Sitting,
    place: number | null,
  ) => Promise<OpenItem | null>;
};

/** A try is over: what was answered comes back to the person, and their levels follow. */
export type EndedTry = {
  readonly personId: string;
  readonly answers: readonly AnsweredDrawn[];
  readonly now: Date;
};
