import type { Exit } from "./exits.ts";

/** Why a command could not do what it was asked: what happened, and the way on. */
export type Complaint = {
  readonly code: string;
  readonly says: string;
  readonly faults?: readonly string[];
  readonly wayOut?: string;
};

/** What a command comes to; how it looks is decided in one place (`print-outcome.ts`). */
export type Outcome = {
  readonly exit: Exit;
  /** For a person, on stdout. */
  readonly lines: readonly string[];
  /** The same for a program: the fields of the one JSON document. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly complaint?: Complaint;
};

export const done = (lines: readonly string[], json: Outcome["json"]): Outcome => ({
  exit: "ok",
  lines,
  json,
});

export const answerNo = (lines: readonly string[], json: Outcome["json"]): Outcome => ({
  exit: "negative",
  lines,
  json,
});

export const complain = (exit: Exit, complaint: Complaint): Outcome => ({
  exit,
  lines: [],
  json: {},
  complaint,
});

export const misuse = (says: string, wayOut?: string): Outcome =>
  complain("usage", { code: "usage", says, ...(wayOut !== undefined && { wayOut }) });
