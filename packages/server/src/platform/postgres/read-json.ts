import { readFile } from "node:fs/promises";

/** What a small file of ours holds; null when it is missing or not JSON, which its schema then refuses. */
export const readJson = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
};
