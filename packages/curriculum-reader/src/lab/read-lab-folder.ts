import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import type { SourceFile } from "../source-file.ts";
import type { LabReading } from "./read-lab.ts";
import { readLab } from "./read-lab.ts";

export const readLabFolder = async (folder: string): Promise<LabReading> => {
  const root = resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(
      (path) => !path.split("/").some((part) => part.startsWith(".") || part === "__pycache__"),
    )
    .toSorted();
  const files = await Promise.all(
    paths.map(async (path): Promise<[string, SourceFile]> => {
      const file = `labs/${basename(root)}/${path}`;
      return [path, { file, path: join(root, path), bytes: await readFile(join(root, path)) }];
    }),
  );
  return readLab(root, new Map(files));
};

/** Folders of labs that hold more than their announcement. */
export const writtenLabs = async (labs: string): Promise<readonly string[]> => {
  const found = await readdir(labs, { withFileTypes: true }).catch(() => []);
  const folders = found.filter((entry) => entry.isDirectory()).map(({ name }) => join(labs, name));
  const sizes = await Promise.all(folders.map(async (folder) => (await readdir(folder)).length));
  return folders.filter((_, index) => (sizes[index] ?? 0) > 1).toSorted();
};
