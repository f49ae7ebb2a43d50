import type { Exercise } from "@checkride/rules/exercise";
import type { LabRubric } from "@checkride/rules/labs/rubric";
import type { Rich } from "@checkride/rules/prose";
import type { labKinds } from "../catalogue-schemas.ts";
import type { Section } from "../curriculum.ts";

export type LabKindName = (typeof labKinds)[number];

/** A whole lab as its author wrote it: **solutions included**. It stays in the server. */
export type Lab = {
  readonly id: string;
  readonly title: string;
  readonly kind: LabKindName;
  readonly minutes: number;
  /** Where the folder lies on this machine. */
  readonly folder: string;
  /** SHA-256 over the names and contents of all its files. */
  readonly version: string;
  readonly brief: readonly Section[];
  readonly debrief: { readonly sections: readonly Section[]; readonly question: Exercise };
  readonly hints: readonly Hint[];
  /** Null: nothing is run. */
  readonly run: LabRun | null;
  /** Files of the start that a learner may change; empty: the learner answers questions. */
  readonly edit: readonly string[];
  /** When all checks hold, a person reads it too, and accepts it or hands it back. */
  readonly isReviewed: boolean;
  /** What that person asks; null: nothing in particular. */
  readonly rubric: LabRubric | null;
  /** What a learner begins with. */
  readonly start: readonly LabFile[];
  /** Only the files that differ from the start. */
  readonly reference: readonly LabFile[];
  readonly weakened: readonly Weakened[];
  /** Other right solutions: proof that the checks ask for a result and not for the reference. */
  readonly accepted: readonly Accepted[];
};

export type Accepted = { readonly id: string; readonly files: readonly LabFile[] };

export type Hint = { readonly price: number; readonly says: Rich };

export type LabFile = { readonly path: string; readonly text: string };

export type LabRun = {
  readonly entry: string;
  readonly calls: string;
  /** Files of the start that a learner may change; the others are read-only. */
  readonly edit: readonly string[];
  readonly freshPerCase: boolean;
  readonly limits: LabLimits;
};

export type LabLimits = {
  readonly ticks?: number;
  readonly cpuMs?: number;
  readonly wallMs?: number;
  readonly hostCalls?: number;
};

/** A solution that nearly holds, with the checks that it must fail: these and no others. */
export type Weakened = {
  readonly id: string;
  readonly says: string;
  readonly fails: readonly string[];
  readonly files: readonly LabFile[];
};
