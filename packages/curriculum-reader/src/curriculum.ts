import type { Exercise } from "@checkride/rules/exercise";
import type { Competency, Item } from "@checkride/rules/item";
import type { Lesson, Source } from "@checkride/rules/lesson";
import type { Prose, Rich } from "@checkride/rules/prose";
import type { LabSource } from "./lab/lab-sources.ts";

/** Everything that is taught, as its authors wrote it: **keys of exercises included**. It stays in the server. */
export type Curriculum = {
  readonly modules: ReadonlyMap<string, ModuleContent>;
  readonly lessons: ReadonlyMap<string, Lesson>;
  readonly items: ReadonlyMap<string, Item>;
  readonly competencies: ReadonlyMap<string, Competency>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly kits: ReadonlyMap<string, Kit>;
  readonly papers: ReadonlyMap<string, Paper>;
  readonly labs: ReadonlyMap<string, LabSource>;
  /** What a track's quiz draws: competency and how many. */
  readonly quizDraws: ReadonlyMap<string, Readonly<Record<string, number>>>;
};

export type ModuleContent = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** A role that answers feedback and reviews. */
  readonly owner: string;
  readonly reviewed: string;
  readonly reviewBy: string;
  readonly threats: readonly string[];
  /** In order. */
  readonly lessons: readonly string[];
  /** One thing to do at work when the module is done. */
  readonly today: string;
  readonly changes: readonly { readonly on: string; readonly says: string }[];
  /** SHA-256 of the module's own file. */
  readonly version: string;
};

/** A word of the glossary. */
export type Term = {
  readonly id: string;
  readonly term: string;
  readonly says: Rich;
  readonly see: readonly string[];
};

export type Section = { readonly title: string; readonly prose: Prose };

/** Something that happened. */
export type Case = {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  /** Year, month or day. */
  readonly happened: string;
  readonly sector: string;
  readonly risks: readonly string[];
  readonly modules: readonly string[];
  readonly labs: readonly string[];
  readonly sources: readonly Source[];
  readonly sections: readonly Section[];
  readonly question: Exercise | null;
  readonly version: string;
};

/** A session of half an hour. */
export type Kit = {
  readonly id: string;
  readonly title: string;
  readonly month: number;
  readonly minutes: number;
  readonly labs: readonly string[];
  readonly cases: readonly string[];
  readonly sections: readonly Section[];
  readonly version: string;
};

export type Paper = {
  readonly id: string;
  readonly title: string;
  readonly kind: "policy" | "card" | "checklist" | "template" | "guide";
  /** As the author counts it. */
  readonly version: number;
  readonly minutes: number;
  readonly owner: string;
  readonly reviewed: string;
  readonly reviewBy: string;
  /** As it was written, in Markdown. */
  readonly text: string;
  readonly prose: Prose;
  readonly signOff: string | null;
};
