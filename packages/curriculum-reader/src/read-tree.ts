import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "./source-file.ts";

/** What a curriculum's folder holds, read once; everything after this is a pure function of it. */
export type Tree = {
  readonly root: string;
  /** By the path from the folder on, with `/`, sorted: the order of faults must not depend on the disk. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Files and folders that are there and cannot be read; an empty name is the curriculum's own folder. */
  readonly unreadable: ReadonlySet<string>;
};

/** What is found on one disk, and what of it cannot be read. */
type Disk = { readonly root: string; readonly unreadable: Set<string> };

/** An organisation's own folder may hold a single lab, so nothing need be there. */
export const readTree = async (root: string): Promise<Tree> => {
  const disk: Disk = { root, unreadable: new Set() };
  const found = [
    ...(await filesIn(disk, "")).filter((name) => name.endsWith(".yaml")),
    ...(await filesIn(disk, "tracks")),
    ...(await filesIn(disk, "items")),
    ...(await filesIn(disk, "cases")),
    ...(await filesIn(disk, "kits")),
    ...(await filesIn(disk, "threats")),
    ...(await filesInEach(disk, "modules")),
    ...(await filesInEach(disk, "documents")),
    ...(await filesInLabs(disk)),
  ].toSorted();
  const read = await Promise.all(found.map((file) => readSource(disk, file)));
  return {
    root,
    files: new Map(read.flat().map((source) => [source.file, source])),
    unreadable: disk.unreadable,
  };
};

const readSource = async (disk: Disk, file: string): Promise<readonly SourceFile[]> => {
  const path = join(disk.root, file);
  const bytes = await readFile(path).catch(notReadable(disk, file));
  return bytes === null ? [] : [{ file, path, bytes }];
};

const filesInEach = async (disk: Disk, folder: string): Promise<readonly string[]> => {
  const names = await foldersIn(disk, folder);
  const files = await Promise.all(names.map((name) => filesIn(disk, `${folder}/${name}`)));
  return files.flat();
};

/** A lab is a folder with folders in it. */
const filesInLabs = async (disk: Disk): Promise<readonly string[]> => {
  const labs = await foldersIn(disk, "labs");
  const files = await Promise.all(labs.map((id) => allFilesIn(disk, `labs/${id}`)));
  return files.flat();
};

const allFilesIn = async (disk: Disk, folder: string): Promise<readonly string[]> => {
  const entries = await entriesIn(disk, folder);
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return entry.name === "__pycache__" ? [] : allFilesIn(disk, path);
    }),
  );
  return files.flat();
};

const filesIn = async (disk: Disk, folder: string): Promise<readonly string[]> =>
  (await entriesIn(disk, folder))
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => (folder === "" ? name : `${folder}/${name}`));

const foldersIn = async (disk: Disk, folder: string): Promise<readonly string[]> =>
  (await entriesIn(disk, folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const entriesIn = async (disk: Disk, folder: string): Promise<readonly Dirent[]> => {
  const path = join(disk.root, folder);
  const entries = await readdir(path, { withFileTypes: true }).catch(notReadable(disk, folder));
  return (entries ?? []).filter(({ name }) => !name.startsWith("."));
};

/** What is not there is no fault, and what goes away while it is read was not there; the folder itself must be. */
const notReadable =
  ({ unreadable }: Disk, name: string) =>
  (error: unknown): null => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    if (!isAbsent || name === "") unreadable.add(name);
    return null;
  };
