import { createHash } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "@checkride/rules/result";
import { readTokenFile } from "./find-token.ts";
import type { Outcome } from "./outcome.ts";
import { writeOwnFile } from "./own-file.ts";

/** One file for each server; its address is hashed because it may hold anything. */
const fileOf = (configFolder: string, url: string): string => {
  const name = createHash("sha256").update(url).digest("hex").slice(0, 32);
  return join(configFolder, "logins", `${name}.token`);
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
  await writeOwnFile(file, `${token}\n`);
  return file;
};

export const endLogin = (configFolder: string, url: string): Promise<void> =>
  rm(fileOf(configFolder, url), { force: true });
