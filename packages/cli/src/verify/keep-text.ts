import { createHash } from "node:crypto";
import { join } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import { fetchText } from "../fetch-text.ts";
import { readOwnFile, writeOwnFile } from "../own-file.ts";
import type { Shell } from "../shell.ts";

const fileOf = (folder: string, address: string): string =>
  join(folder, `page-${createHash("sha256").update(address).digest("hex").slice(0, 40)}`);

export type Fetched = { readonly text: string; readonly isKept: boolean };

/** A signed page, or the copy of it that was kept last. Whoever reads it checks its signature and its age. */
export const fetchOrKept = async (
  shell: Shell,
  address: string,
  bounds: { readonly signal: AbortSignal; readonly bytesMax: number; readonly offline: boolean },
): Promise<Result<Fetched, string>> => {
  const { cacheFolder } = shell.environment;
  const fetched = bounds.offline
    ? fail(`${address} was not asked (--offline).`)
    : await fetchText(shell, address, bounds);
  if (fetched.ok) {
    // A cache that cannot be written costs the next time something, not this one.
    await writeOwnFile(fileOf(cacheFolder, address), fetched.value).catch(() => undefined);
    return ok({ text: fetched.value, isKept: false });
  }
  const kept = await readOwnFile(fileOf(cacheFolder, address));
  return kept === null ? fetched : ok({ text: kept, isKept: true });
};
