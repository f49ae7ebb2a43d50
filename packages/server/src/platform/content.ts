import { createHash } from "node:crypto";
import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { ModuleContent } from "@checkride/curriculum-reader/curriculum";
import type { Exercise } from "@checkride/rules/exercise";
import type { Item } from "@checkride/rules/item";
import type { Lesson, Source } from "@checkride/rules/lesson";
import type { Prose, Rich } from "@checkride/rules/prose";

export type Term = {
  readonly id: string;
  readonly term: string;
  readonly says: Rich;
  readonly see: readonly string[];
};

export type Section = { readonly title: string; readonly prose: Prose };

export type Case = {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly happened: string;
  readonly sector: string;
  readonly risks: readonly string[];
  readonly modules: readonly string[];
  readonly labs: readonly string[];
  readonly sources: readonly Source[];
  readonly sections: readonly Section[];
  readonly question: Exercise | null;
};

export type Kit = {
  readonly id: string;
  readonly title: string;
  readonly month: number;
  readonly minutes: number;
  readonly labs: readonly string[];
  readonly cases: readonly string[];
  readonly sections: readonly Section[];
};

export type Paper = {
  readonly id: string;
  readonly title: string;
  readonly kind: "policy" | "card" | "checklist" | "template" | "guide";
  readonly version: number;
  readonly minutes: number;
  readonly owner: string | null;
  readonly reviewed: string | null;
  readonly reviewBy: string | null;
  /** As it was written, in Markdown. */
  readonly text: string;
  readonly prose: Prose;
  readonly signOff: string | null;
};

/** What is taught now. */
export type Content = {
  readonly catalogue: Catalogue;
  readonly lessons: ReadonlyMap<string, Lesson>;
  readonly modules: ReadonlyMap<string, ModuleContent>;
  readonly items: ReadonlyMap<string, Item>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly kits: ReadonlyMap<string, Kit>;
  readonly papers: ReadonlyMap<string, Paper>;
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Names the words of a document, the sentences that are signed among them. */
export const wordsHash = (paper: { readonly text: string; readonly signOff: string | null }) =>
  sha256(paper.signOff === null ? paper.text : `${paper.text}\n\n${paper.signOff}`);
