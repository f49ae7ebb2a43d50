/** What is taught: every activity that evidence can be about, and every document that can be signed. */
export type Catalogue = {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly documents: ReadonlyMap<string, SignDocument>;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly modules: ReadonlyMap<string, Module>;
  readonly labs: ReadonlyMap<string, LabSummary>;
  readonly threats: ReadonlyMap<string, Threat>;
};

export type ActivityKind = "lab" | "quiz" | "lesson" | "assessment";

export type Activity = {
  /** `lab/L17`, `quiz/t1`, `lesson/m01-1`, `assessment/m16` */
  readonly ref: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly minutes: number;
  readonly module: string | null;
  readonly tracks: readonly string[];
  readonly threats: readonly string[];
  /** Is its content there, or only known by name so far. */
  readonly installed: boolean;
};

export type SignDocument = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly minutes: number;
  /** The sentences that are signed. */
  readonly signOff: string;
  /** Markdown. */
  readonly text: string;
};

export type Track = {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  readonly tier: 1 | 2 | 3 | null;
  readonly needs: { readonly all: readonly string[]; readonly any: readonly string[] };
  readonly modules: readonly string[];
  readonly labs: readonly string[];
};

export type Module = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly lessons: readonly LessonSummary[];
};

/** What a list says of a lab beside its activity. */
export type LabSummary = {
  readonly id: string;
  readonly kind: string;
  readonly difficulty: string;
  readonly modules: readonly string[];
};

export type LessonSummary = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** The one sentence a learner can defend afterwards. */
  readonly claim: string;
};

export type Threat = {
  readonly id: string;
  readonly name: string;
  readonly taxonomy: string;
};

export const emptyCatalogue: Catalogue = {
  activities: new Map(),
  documents: new Map(),
  tracks: new Map(),
  modules: new Map(),
  labs: new Map(),
  threats: new Map(),
};
