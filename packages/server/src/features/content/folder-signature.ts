import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Another one whenever a file came, went or was written; reading the names and times of a folder is cheap. */
export const folderSignature = async (root: string): Promise<string> => {
  const lines: string[] = [];
  await look(root, lines);
  return lines.join("\n");
};

/** Hidden folders, such as that of a version control, are no content and may be large. */
const look = async (folder: string, lines: string[]): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!entries) lines.push(`${folder} unreadable`);
  for (const entry of entries ?? []) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await look(path, lines);
    else lines.push(`${path} ${await timesOf(path)}`);
  }
};

const timesOf = async (path: string): Promise<string> => {
  const known = await stat(path).catch(() => null);
  return known ? `${known.mtimeMs} ${known.ctimeMs} ${known.size}` : "unreadable";
};
