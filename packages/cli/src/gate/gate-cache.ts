import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

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

/** Null: nothing is kept, or it is damaged. It is not believed: whoever reads it checks the signature. */
export const readKept = async (folder: string, question: Question): Promise<Kept | null> => {
  try {
    const value: unknown = JSON.parse(await readFile(fileOf(folder, question), "utf8"));
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
  const file = fileOf(folder, question);
  const part = `${file}.${process.pid}.part`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(part, JSON.stringify(kept), { mode: 0o600 });
    await rename(part, file);
    return null;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return error instanceof Error ? error.message : String(error);
  }
};

/** After a no of the server an older yes must not outlive it here. */
export const forget = (folder: string, question: Question): Promise<void> =>
  rm(fileOf(folder, question), { force: true }).catch(() => undefined);
