import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { z } from "zod";
import { type Fault, firstPlace } from "./fault.ts";
import { schemaFaults } from "./schema-faults.ts";
import { readYaml } from "./yaml-document.ts";

export type FileFault = Fault & { readonly file: string };

/** A file that was read and has the right shape. */
export type ReadFile<T> = {
  readonly file: string;
  readonly value: T;
  /** What follows the front matter of a Markdown file. */
  readonly body: string;
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
    const file = relative(root, path);
    const read = readOne(file, await readFile(path, "utf8"), schema);
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
  text: string,
  schema: z.ZodType<T>,
): { file: ReadFile<T> | null; faults: readonly FileFault[] } => {
  const { head, body } = file.endsWith(".md") ? splitFrontMatter(text) : { head: text, body: "" };
  if (head === null) {
    const says = "the file must begin with front matter between two lines `---`";
    return { file: null, faults: [inFile(file, { ...firstPlace, says })] };
  }
  const document = readYaml(head);
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
  const faultAt: ReadFile<T>["faultAt"] = (path, says, meant = null) =>
    inFile(file, { ...document.placeOf(path, "value"), path, says, meant });
  return { file: { file, value: parsed.data, body, faultAt }, faults: [] };
};

const inFile = (
  file: string,
  fault: Pick<Fault, "line" | "column" | "endLine" | "endColumn" | "says"> & Partial<Fault>,
): FileFault => ({ path: [], severity: "error", meant: null, ...fault, file });

/** The head keeps its first line, so that lines count from the top of the file. */
const splitFrontMatter = (text: string): { head: string | null; body: string } => {
  const match = /^\uFEFF?(---\r?\n[\s\S]*?\r?\n)---(?:\r?\n|$)/.exec(text);
  if (match?.[1] === undefined) return { head: null, body: text };
  return { head: match[1], body: text.slice(match[0].length) };
};
