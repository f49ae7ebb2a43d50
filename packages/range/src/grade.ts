import { createHash } from "node:crypto";
import type { Check } from "./checks.ts";
import { drawCases, judge, type Verdict } from "./judge.ts";
import type { Range, RunOptions } from "./run-cases.ts";
import type { Language, Limits, SourceFile, Submission } from "./submission.ts";

/** A lab as the grader needs it; everything about people and pages stays elsewhere. */
export type GradedLab = {
  readonly id: string;
  /** A hash of the lab's folder: another content is another lab. */
  readonly contentVersion: string;
  readonly language: Language;
  readonly entry: string;
  readonly calls: string;
  readonly checks: readonly Check[];
  readonly limits?: Partial<Limits>;
  readonly freshPerCase?: boolean;
};

/** What is stored of an attempt: with the files themselves, the same verdict can be given again. */
export type Graded = {
  readonly verdict: Verdict;
  readonly lab: string;
  readonly contentVersion: string;
  readonly submissionHash: string;
  readonly seed: string;
  readonly engines: string;
  readonly tookMs: number;
};

export type GradeAnswer =
  | { readonly outcome: "graded"; readonly graded: Graded }
  /** The range's own fault: never a fail, never an attempt. */
  | { readonly outcome: "error"; readonly says: string; readonly because?: string };

/** Of paths and texts, in the order of paths: what a learner handed in, byte for byte. */
export const hashSubmission = (files: readonly SourceFile[]): string => {
  const hash = createHash("sha256");
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(path)} ${path} ${Buffer.byteLength(text)} ${text}\n`);
  }
  return hash.digest("hex");
};

/** The sandbox's randomness follows from the seed too, but does not tell it. */
export const sandboxSeed = (seed: string): number =>
  createHash("sha256").update(`sandbox ${seed}`).digest().readUInt32LE(0) >>> 1;

/** Runs the program on cases drawn from the seed and judges what it claims. */
export const gradeSubmission = async (
  range: Pick<Range, "runCases">,
  lab: GradedLab,
  files: readonly SourceFile[],
  seed: string,
  options: RunOptions = {},
): Promise<GradeAnswer> => {
  const drawn = drawCases(lab.checks, seed);
  const submission: Submission = {
    language: lab.language,
    files,
    entry: lab.entry,
    calls: lab.calls,
    cases: drawn.map(({ one }) => ({ args: one.args, hidden: one.isPublic !== true })),
    seed: sandboxSeed(seed),
    logs: true,
    host: (place) => drawn[place]?.one.host ?? null,
    ...(lab.limits && { limits: lab.limits }),
    ...(lab.freshPerCase && { freshPerCase: true }),
  };
  const answer = await range.runCases(submission, options);
  if (answer.outcome === "error") return answer;
  const graded = {
    verdict: judge(lab.checks, drawn, answer.run),
    lab: lab.id,
    contentVersion: lab.contentVersion,
    submissionHash: hashSubmission(files),
    seed,
    engines: answer.run.engines,
    tookMs: answer.run.tookMs,
  };
  return { outcome: "graded", graded };
};
