import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readOwnFile, writeOwnFile } from "../own-file.ts";
import { reasonOf } from "../read-text-file.ts";

/** What an answer without a server needs: the last clearance, and the keys that it was checked with. */
export type Kept = {
  readonly issuer: string;
  /** The key set as text, read again with every use. */
  readonly keys: string;
  readonly clearance: string;
};

/** Who asks whom about what: another person's clearance must never be found. */
export type Question = { readonly server: string; readonly gate: string; readonly who: string };

const fileOf = (folder: string, { server, gate, who }: Question): string => {
  const name = createHash("sha256")
    .update(JSON.stringify([server, gate, who]))
    .digest("hex");
  return join(folder, `gate-${name.slice(0, 40)}.json`);
};

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  "issuer" in value &&
  "keys" in value &&
  "clearance" in value &&
  [value.issuer, value.keys, value.clearance].every((part) => typeof part === "string");

/** Null: nothing is kept, or it is damaged. Whoever reads it checks every signature anew. */
export const readKept = async (folder: string, question: Question): Promise<Kept | null> => {
  const text = await readOwnFile(fileOf(folder, question));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
};

/** A cache that cannot be written is no reason to stop anybody: null, or why not. */
export const keep = async (
  folder: string,
  question: Question,
  kept: Kept,
): Promise<string | null> => {
  try {
    await writeOwnFile(fileOf(folder, question), JSON.stringify(kept));
    return null;
  } catch (error) {
    return reasonOf(error);
  }
};

/** After a no of the server an older yes must not outlive it here. */
export const forget = (folder: string, question: Question): Promise<void> =>
  rm(fileOf(folder, question), { force: true }).catch(() => undefined);
