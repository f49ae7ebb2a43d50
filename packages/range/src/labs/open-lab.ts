import type { Lab } from "@checkride/curriculum-reader/lab/lab";
import type { Json } from "@checkride/rules/exercise";
import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import type { Board, MadeMove } from "@checkride/rules/labs/board";
import type { Result } from "@checkride/rules/result";
import type { Check } from "../checks.ts";
import type { GradeAnswer } from "../grade.ts";
import type { CheckResult, Verdict } from "../judge.ts";
import type { Asked } from "../kit/answered-lab.ts";
import type { Range, RunOptions } from "../run-cases.ts";
import type { SourceFile } from "../submission.ts";

/**
 * A lab ready to be played, whatever its kind. A submission is always files: code, or `answer.json`; so it is stored,
 * hashed and graded again in one way. Each kind is a module in `kinds/` that makes one of these.
 */
export type OpenLab = {
  readonly lab: Lab;
  readonly checks: readonly Pick<Check, "id" | "half" | "says">[];
  /**
   * What an attempt is judged on: `fresh` cases that are drawn for it, or what is `shown` from the beginning. `once`:
   * that too, and a second attempt would be a matter of elimination, so there is none at the same questions.
   */
  readonly variants: "fresh" | "shown" | "once";
  readonly begin: (seed: string) => Beginning;
  readonly grade: (
    range: Runs,
    files: readonly SourceFile[],
    seed: string,
    options?: RunOptions,
  ) => Promise<LabAnswer>;
  /** Only where code is run: the public cases alone. */
  readonly tryOut?: OpenLab["grade"];
  /**
   * Only where files are read and not run: what they would do, for somebody who has not handed in yet. An error says
   * that the lab's own code broke on them.
   */
  readonly shows?: (files: readonly SourceFile[], seed: string) => Result<Shown, string>;
  /** Said of single questions once the lab is done; of a run that was played, of its moves. */
  readonly review: (seed: string, files?: readonly SourceFile[]) => ReadonlyMap<string, string>;
  /** Where a learner makes moves instead of handing in files. */
  readonly play?: Play;
  readonly proof: LabProof;
};

export type Runs = Pick<Range, "runCases">;

export type Beginning = {
  readonly files: readonly (SourceFile & { readonly mayEdit: boolean })[];
  /** Questions, where nothing is run. */
  readonly asked: readonly Asked[];
};

/** Moves are kept as they are made and never taken back; all of them together are the submission. */
export type Play = {
  /** After these moves, or which of them was not possible and why. */
  readonly boardAfter: (seed: string, made: readonly MadeMove[]) => Result<Board, string>;
  /** What is stored and graded. It is refused while the board has not `ended`. */
  readonly filesOf: (made: readonly MadeMove[]) => readonly SourceFile[];
  /** Simulated minutes until no more harm was done; null: it went on. */
  readonly responseMinutes: (seed: string, files: readonly SourceFile[]) => number | null;
};

export type LabAnswer =
  | GradeAnswer
  /** Not what this lab takes; nothing was run, nothing counts. */
  | { readonly outcome: "refused"; readonly says: string };

export type Shown = {
  readonly text: string;
  /** Those that the author lets be seen before handing in. */
  readonly checks: readonly CheckResult[];
  /** Why the files cannot be read; null: they can. */
  readonly load: string | null;
};

/** What proving a lab needs of its kind. */
export type LabProof = {
  /** Files that a learner would hand in. */
  readonly start: (seed: string) => readonly SourceFile[];
  readonly reference: (seed: string) => readonly SourceFile[];
  readonly weakened: (id: string, seed: string) => readonly SourceFile[];
  readonly accepted: (id: string, seed: string) => readonly SourceFile[];
  readonly cheats: (seed: string) => readonly Cheat[];
  /** One solution on many seeds, in as few processes as can be. */
  readonly judgeSeeds: (
    range: Runs,
    solution: (seed: string) => readonly SourceFile[],
    seeds: readonly string[],
  ) => Promise<readonly Judged[]>;
  /** Of something that should fail: it stops looking at the first wrong case. */
  readonly passes: (range: Runs, files: readonly SourceFile[], seed: string) => Promise<boolean>;
  /** Why two variants are too much alike; null: they are not. */
  readonly sameVariants: (one: string, other: string) => string | null;
};

export type Cheat = { readonly name: string; readonly files: readonly SourceFile[] };

export type Judged = {
  readonly seed: string;
  readonly verdict: Verdict;
  /** For the author: the first wrong case of each check that fails. What came after the end of a run is not here. */
  readonly wrong: readonly WrongCase[];
};

export type WrongCase = {
  readonly check: string;
  readonly args: readonly Json[];
  /** Null: a function decides. */
  readonly wants: Json | null;
  readonly claim: CaseClaim;
};
