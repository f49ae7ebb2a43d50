import type { Tree } from "../read-tree.ts";
import type { FileFault, SourceFile } from "../source-file.ts";
import { readLab } from "./read-lab.ts";

/** The files of a lab as they are in force, by the path from its folder on; read when somebody needs the lab. */
export type LabSource = {
  readonly id: string;
  readonly folder: string;
  readonly files: ReadonlyMap<string, SourceFile>;
};

/** A later folder replaces a lab as a whole: a start of one and checks of another fit by chance only. */
export const labSources = (trees: readonly Tree[]): ReadonlyMap<string, LabSource> => {
  const found = new Map<string, LabSource>();
  for (const { root, files } of trees) {
    const own = new Map<string, Map<string, SourceFile>>();
    for (const [file, source] of files) {
      const [, id = "", path = ""] = /^labs\/([^/]+)\/(.+)$/.exec(file) ?? [];
      if (id === "") continue;
      own.set(id, (own.get(id) ?? new Map<string, SourceFile>()).set(path, source));
    }
    for (const [id, parts] of own) {
      if (parts.has("lab.yaml")) found.set(id, { id, folder: `${root}/labs/${id}`, files: parts });
    }
  }
  return found;
};

/** Its parts are there; a lab that has less is announced. */
export const isWritten = ({ files }: LabSource): boolean =>
  ["brief.md", "debrief.md", "checks.ts"].every((path) => files.has(path));

/** What is wrong in labs that hold more than their announcement. */
export const labFaultsOf = (labs: ReadonlyMap<string, LabSource>): readonly FileFault[] =>
  [...labs.values()]
    .filter(({ files }) => files.size > 1)
    .flatMap(({ folder, files }) => readLab(folder, files).faults);
