import type { Result } from "@checkride/rules/result";
import type { Draw } from "../draw.ts";

/**
 * What `checks.ts` exports where a learner changes files that are read and never run, such as a pipeline or manifests:
 * `export const lab: FilesLab<Task, Model>`. `Task` is one variant, `Model` is what the files mean.
 */
export type FilesLab<Task, Model> = {
  /** One variant, from the seed alone. */
  readonly draw: (draw: Draw) => Task;
  /** What `[[name]]` stands for in the files of start/, reference/ and the others. */
  readonly fills: (task: Task) => Readonly<Record<string, string>>;
  /** Whatever has no meaning here is a fault: what is not understood must not be judged. */
  readonly reads: (files: Files, task: Task) => Result<Model, readonly FileFault[]>;
  readonly checks: readonly FilesCheck<Task, Model>[];
  /** What a learner is shown before handing in: what these files would do, in cases that hide nothing. */
  readonly shows: (task: Task, model: Model) => string;
};

export type FilesCheck<Task, Model> = {
  readonly id: string;
  readonly half: "works" | "attacks";
  readonly says: string;
  readonly why: string;
  /** Said before handing in, too. */
  readonly isPublic?: boolean;
  /** What the files do, not what they say. */
  readonly holds: (task: Task, model: Model) => boolean;
};

/** Texts by their paths in start/. */
export type Files = ReadonlyMap<string, string>;

export type FileFault = {
  readonly path: string;
  readonly line: number;
  readonly says: string;
};
