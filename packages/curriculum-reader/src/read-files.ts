import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import { schemaFaults } from "./schema-faults.ts";
import { readYaml } from "./yaml-document.ts";

export type FileFault = Fault & { readonly file: string };

/** A file that was read and has the right shape. */
export type ReadFile<T> = {
  /** As people know it, from the folder of the curriculum on. */
  readonly file: string;
  readonly path: string;
  readonly value: T;
  readonly faultAt: (path: Fault["path"], says: string, meant?: string | null) => FileFault;
};

export type Outcome<T> = {
  readonly files: readonly ReadFile<T>[];
  readonly faults: readonly FileFault[];
};

/** Reads all files of a folder that a schema describes; each bad one becomes faults and the rest is read. */
export const readFolder = async <T>(
  root: string,
  find: (root: string) => Promise<readonly string[]>,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> => {
  const files: ReadFile<T>[] = [];
  const faults: FileFault[] = [];
  for (const path of await find(root)) {
    const read = readOne(relative(root, path), path, await readFile(path, "utf8"), schema);
    if (read.file === null) faults.push(...read.faults);
    else files.push(read.file);
  }
  return { files, faults };
};

/** `tracks/*.yaml` and the like, sorted, so that the order of faults does not depend on the disk. */
export const filesIn =
  (folder: string, ending: string) =>
  async (root: string): Promise<readonly string[]> => {
    const names = await namesIn(join(root, folder));
    return names.filter((name) => name.endsWith(ending)).map((name) => join(root, folder, name));
  };

/** `labs/<id>/lab.yaml` and the like. */
export const fileOfEach =
  (folder: string, file: string) =>
  async (root: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const name of await namesIn(join(root, folder))) {
      const path = join(root, folder, name, file);
      if (await exists(path)) found.push(path);
    }
    return found;
  };

export const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null)) !== null;

/** A curriculum need not have every folder: an organisation's own one may hold a single lab. */
const namesIn = async (folder: string): Promise<readonly string[]> => {
  if (!(await exists(folder))) return [];
  return (await readdir(folder)).toSorted();
};

const readOne = <T>(
  file: string,
  path: string,
  text: string,
  schema: z.ZodType<T>,
): { file: ReadFile<T> | null; faults: readonly FileFault[] } => {
  const document = readYaml(text);
  if (document.data === undefined) {
    return { file: null, faults: document.faults.map((fault) => ({ ...fault, file })) };
  }
  const parsed = schema.safeParse(document.data);
  if (!parsed.success) {
    const faults = schemaFaults(schema, document.data, parsed.error.issues);
    const placed = faults.map(({ part, ...fault }) =>
      inFile(file, { ...document.placeOf(fault.path, part), ...fault }),
    );
    return { file: null, faults: placed };
  }
  const faultAt: ReadFile<T>["faultAt"] = (at, says, meant = null) =>
    inFile(file, { ...document.placeOf(at, "value"), path: at, says, meant });
  return { file: { file, path, value: parsed.data, faultAt }, faults: [] };
};

const inFile = (
  file: string,
  fault: Pick<Fault, "line" | "column" | "endLine" | "endColumn" | "says"> & Partial<Fault>,
): FileFault => ({ path: [], severity: "error", meant: null, ...fault, file });
