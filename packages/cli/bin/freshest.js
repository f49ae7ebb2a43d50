import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const changedAt = (file) => statSync(file).mtimeMs;

const sourcesOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .map((name) => join(folder, name))
    : [];

/**
 * The built file, unless a source is younger: whoever edits the sources runs what they wrote, everybody
 * else starts quickly. Without sources (an installation) the built file, without it the source.
 *
 * @param {{ built: string, source: string, folders: readonly string[] }} program
 */
export const freshest = ({ built, source, folders }) => {
  if (!existsSync(built)) return source;
  const builtAt = changedAt(built);
  const younger = folders.flatMap(sourcesOf).some((file) => changedAt(file) > builtAt);
  return younger && existsSync(source) ? source : built;
};
