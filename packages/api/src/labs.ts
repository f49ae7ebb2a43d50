import type { Json } from "@checkride/rules/exercise";
import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import type { Asked } from "@checkride/rules/labs/asked";
import type { Board } from "@checkride/rules/labs/board";
import { z } from "zod";
import { named } from "./curriculum.ts";
import { markedAnswer, prose, rich, shownExercise } from "./exercises.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const labStates = ["none", "underway", "passed"] as const;

const half = z.enum(["works", "attacks"]);
const person = z.object({ id: uuid, name: z.string() });

export const labCard = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  minutes: z.number().int(),
  difficulty: z.string(),
  modules: z.array(named),
  threats: z.array(z.string()),
  installed: z.boolean(),
  state: z.enum(labStates),
  attempts: z.number().int(),
  passedAt: instant.nullable(),
  /** The best so far, of 100. */
  points: z.number().int().nullable(),
});
export type LabCard = z.infer<typeof labCard>;

/** Files handed in by a learner: a path and the whole text. */
export const labFiles = z
  .array(z.strictObject({ path: z.string().min(1).max(200), text: z.string().max(200_000) }))
  .max(40);

const workspaceFile = z.object({
  path: z.string(),
  text: z.string(),
  /** What it was at the beginning. */
  start: z.string(),
  mayEdit: z.boolean(),
});
export type WorkspaceFile = z.infer<typeof workspaceFile>;

export const labCheckResult = z.object({
  id: z.string(),
  half,
  says: z.string(),
  holds: z.boolean(),
  /** The author's reason; null when it holds. */
  why: z.string().nullable(),
});
export type LabCheckResult = z.infer<typeof labCheckResult>;

const publicCase = z.object({
  check: z.string(),
  args: z.array(z.custom<Json>()),
  claim: z.custom<CaseClaim>(),
  right: z.boolean(),
});
export type LabPublicCase = z.infer<typeof publicCase>;

/** What a run of the public cases shows; nothing of it is kept, and it is no attempt. */
export const labPublicRun = z.object({
  cases: z.array(publicCase),
  /** Of labs whose files are read instead of run: what would happen, as text. */
  shows: z.string(),
  checks: z.array(labCheckResult),
  load: z.string().nullable(),
  logs: z.string(),
  limitsHit: z.array(z.string()),
  tookMs: z.number(),
});
export type LabPublicRun = z.infer<typeof labPublicRun>;

const verdict = labPublicRun.omit({ shows: true }).extend({
  passed: z.boolean(),
  /** Of 100, less what hints cost. */
  points: z.number().int(),
  submissionHash: z.string(),
});

export const labAttempt = z.object({
  id: uuid,
  workspace: uuid,
  number: z.number().int(),
  by: person,
  at: instant,
  state: z.enum(["waiting", "running", "graded", "in-review", "not-graded"]),
  /** Grows with each change, so that a page can wait for the next one. */
  change: z.number().int(),
  /** How many are before it while it waits. */
  before: z.number().int().nullable(),
  /** Why it was not graded: a fault of ours, which counts for nothing. */
  fault: z.string().nullable(),
  verdict: verdict.nullable(),
  /** What a person decided, in labs that are accepted by one. */
  review: z.object({ accepted: z.boolean(), comment: z.string(), at: instant }).nullable(),
});
export type LabAttempt = z.infer<typeof labAttempt>;

const hint = z.object({
  number: z.number().int(),
  price: z.number().int(),
  /** Null: not opened yet. */
  says: rich.nullable(),
});

export const labWorkspace = z.object({
  id: uuid,
  lab: z.string(),
  /** 1 for the first workspace of this person in this lab; each has another variant. */
  number: z.number().int(),
  /** `not-passed`: one attempt was all there was for these questions; the next workspace has others. */
  state: z.enum(["open", "verdict-passed", "done", "given-up", "not-passed"]),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Of the saved draft; sent back with the next save, so that nobody overwrites a partner. */
  revision: z.number().int(),
  files: z.array(workspaceFile),
  /** Questions, where nothing is run; the answers are the file `answer.json`. */
  asked: z.array(z.custom<Asked>()),
  /** The state of an incident after the moves made so far. */
  board: z.custom<Board>().nullable(),
  moves: z.number().int(),
  hints: z.array(hint),
  /** Newest first. */
  attempts: z.array(labAttempt),
  members: z.array(person.extend({ isMe: z.boolean(), hasChanged: z.boolean() })),
  /** To be told to a partner; null: nobody was asked. */
  joinCode: z.string().nullable(),
  /** The model solution opens after a pass, or after some honest attempts and some time. */
  solution: z.object({
    mayOpen: z.boolean(),
    honestAttemptsLeft: z.number().int(),
    from: instant.nullable(),
  }),
});
export type LabWorkspace = z.infer<typeof labWorkspace>;

const section = z.object({ title: z.string(), prose });

export const labBench = z.object({
  lab: labCard.extend({
    version: z.string(),
    /** What an editor should speak; null: nothing is run. */
    language: z.enum(["ts", "python"]).nullable(),
    isReviewed: z.boolean(),
    /** Two people may share a workspace. */
    forPairs: z.boolean(),
  }),
  brief: z.array(section),
  checks: z.array(z.object({ id: z.string(), half, says: z.string() })),
  hintPrices: z.array(z.number().int()),
  /** The one to go on with, or else the last. */
  workspace: labWorkspace.nullable(),
  /** When another workspace can be begun; null: now. */
  nextFrom: instant.nullable(),
  earlier: z.array(
    z.object({
      id: uuid,
      number: z.number().int(),
      startedAt: instant,
      state: z.enum(["done", "given-up", "not-passed"]),
      points: z.number().int().nullable(),
    }),
  ),
});
export type LabBench = z.infer<typeof labBench>;

export const labDebrief = z.object({
  sections: z.array(section),
  question: shownExercise,
  answered: markedAnswer.nullable(),
  /** The start, the model solution and what passed here, file by file. */
  solution: z.array(
    z.object({
      path: z.string(),
      start: z.string(),
      model: z.string(),
      mine: z.string().nullable(),
    }),
  ),
  /** Of single questions, by their ids. */
  review: z.record(z.string(), z.string()),
  /** What all people here found hard; empty while too few have tried. */
  others: z.object({
    people: z.number().int(),
    passed: z.number().int(),
    medianAttempts: z.number().nullable(),
    /** How many of a hundred first attempts failed a check. */
    firstFailed: z.array(z.object({ check: z.string(), share: z.number() })),
  }),
  passedEvidence: uuid.nullable(),
});
export type LabDebrief = z.infer<typeof labDebrief>;

export const labLikeness = z.object({
  lab: named,
  kind: z.enum(["same", "near"]),
  /** 0 to 1, over what was changed. */
  share: z.number(),
  one: z.object({ attempt: uuid, person, at: instant }),
  other: z.object({ attempt: uuid, person, at: instant }),
});
export type LabLikeness = z.infer<typeof labLikeness>;
