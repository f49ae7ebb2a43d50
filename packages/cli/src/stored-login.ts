import { createHash } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "@checkride/rules/result";
import { readTokenFile } from "./find-token.ts";
import type { Outcome } from "./outcome.ts";

const folderOf = (configFolder: string): string => join(configFolder, "logins");

/** One file for each server; its address is hashed because it may hold anything. */
const fileOf = (configFolder: string, url: string): string => {
  const name = createHash("sha256").update(url).digest("hex").slice(0, 32);
  return join(folderOf(configFolder), `${name}.token`);
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The token that `login` kept for this server; null: nobody logged in. */
export const readLogin = async (
  configFolder: string,
  url: string,
): Promise<Result<string | null, Outcome>> => {
  const file = fileOf(configFolder, url);
  return (await isThere(file)) ? readTokenFile(file) : ok(null);
};

/** Kept where only its owner reads it, and whole or not at all. */
export const keepLogin = async (
  configFolder: string,
  url: string,
  token: string,
): Promise<string> => {
  const file = fileOf(configFolder, url);
  await mkdir(folderOf(configFolder), { recursive: true, mode: 0o700 });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, `${token}\n`, { mode: 0o600, flag: "wx" });
  await rename(part, file);
  return file;
};

export const endLogin = (configFolder: string, url: string): Promise<void> =>
  rm(fileOf(configFolder, url), { force: true });
