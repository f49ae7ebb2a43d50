import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "./source-file.ts";

/** What a curriculum's folder holds, read once; everything after this is a pure function of it. */
export type Tree = {
  readonly root: string;
  /** By the path from the folder on, with `/`, sorted: the order of faults must not depend on the disk. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Labs whose checks are there. */
  readonly labsWithChecks: ReadonlySet<string>;
};

/** An organisation's own folder may hold a single lab, so nothing need be there. */
export const readTree = async (root: string): Promise<Tree> => {
  const labs = await foldersIn(join(root, "labs"));
  const found = [
    ...(await filesIn(root, "")).filter((name) => name.endsWith(".yaml")),
    ...(await filesIn(root, "tracks")),
    ...(await filesIn(root, "items")),
    ...(await filesIn(root, "cases")),
    ...(await filesIn(root, "kits")),
    ...(await filesIn(root, "threats")),
    ...(await filesInEach(root, "modules")),
    ...(await filesInEach(root, "documents")),
    ...labs.map((id) => `labs/${id}/lab.yaml`),
  ].toSorted();
  const read = await Promise.all(found.map((file) => readSource(root, file)));
  const withChecks = await Promise.all(
    labs.map(async (id) =>
      (await entriesIn(join(root, "labs", id, "checks"))).length > 0 ? [id] : [],
    ),
  );
  return {
    root,
    files: new Map(read.flat().map((source) => [source.file, source])),
    labsWithChecks: new Set(withChecks.flat()),
  };
};

/** A file that goes away while it is read was not there. */
const readSource = async (root: string, file: string): Promise<readonly SourceFile[]> => {
  const path = join(root, file);
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? [] : [{ file, path, bytes }];
};

const filesInEach = async (root: string, folder: string): Promise<readonly string[]> => {
  const names = await foldersIn(join(root, folder));
  const files = await Promise.all(names.map((name) => filesIn(root, `${folder}/${name}`)));
  return files.flat();
};

const filesIn = async (root: string, folder: string): Promise<readonly string[]> =>
  (await entriesIn(join(root, folder)))
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => (folder === "" ? name : `${folder}/${name}`));

const foldersIn = async (folder: string): Promise<readonly string[]> =>
  (await entriesIn(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const entriesIn = async (folder: string): Promise<readonly Dirent[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter(({ name }) => !name.startsWith("."));
};
