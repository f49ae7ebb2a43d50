import type { Lesson } from "@checkride/rules/lesson";

/** Everything that is taught, as its authors wrote it: **keys of exercises included**. It stays in the server. */
export type Curriculum = {
  readonly modules: ReadonlyMap<string, ModuleContent>;
  readonly lessons: ReadonlyMap<string, Lesson>;
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
