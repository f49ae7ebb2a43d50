import { open } from "node:fs/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { misuse, type Outcome } from "./outcome.ts";
import { notReadable } from "./read-text-file.ts";

const isToken = (text: string): boolean => /^[\x21-\x7e]{1,500}$/.test(text);

/** A file that nobody else may read. */
export const readTokenFile = async (path: string): Promise<Result<string, Outcome>> => {
  try {
    const file = await open(path, "r");
    try {
      const { mode } = await file.stat();
      if ((mode & 0o077) !== 0) {
        return fail(
          misuse(
            `The token file ${path} can be read or written by others than you.`,
            `Run "chmod 600 ${path}", and make a new token if somebody may have read this one.`,
          ),
        );
      }
      return ok((await file.readFile("utf8")).trim());
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(notReadable(path, error));
  }
};

/** Never from an argument: those are seen by every process of the machine. Null: none was given. */
export const findToken = async (
  path: string | null,
  fromEnvironment: string | null,
): Promise<Result<string | null, Outcome>> => {
  const found = path === null ? ok(fromEnvironment?.trim() ?? null) : await readTokenFile(path);
  if (!found.ok || found.value === null || isToken(found.value)) return found;
  const place = path === null ? "CHECKRIDE_TOKEN" : `The token file ${path}`;
  return fail(misuse(`${place} does not hold an access token: one line without spaces is meant.`));
};
