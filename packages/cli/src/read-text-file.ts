import { readFile } from "node:fs/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { misuse, type Outcome } from "./outcome.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "this account may not read it",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
};

export const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};

export const notReadable = (path: string, error: unknown): Outcome =>
  misuse(`${path} cannot be read: ${reasonOf(error)}.`);

/** The number of the first line that is not UTF-8. */
const badLine = (bytes: Buffer): number => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let from = 0;
  for (let line = 1; from <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const until = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(from, until));
    } catch {
      return line;
    }
    from = until + 1;
  }
  return 1;
};

/** Text or a clear refusal: replaced characters in somebody's name would be noticed too late. */
export const readTextFile = async (
  path: string,
  bytesMax: number,
): Promise<Result<string, Outcome>> => {
  const bytes = await readFile(path).catch((error: unknown) => notReadable(path, error));
  if (!Buffer.isBuffer(bytes)) return fail(bytes);
  if (bytes.length > bytesMax) {
    return fail(
      misuse(
        `${path} has ${bytes.length.toLocaleString("en")} bytes; at most ${bytesMax.toLocaleString("en")} are read.`,
      ),
    );
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fail(
      misuse(
        `${path} is not UTF-8 text: line ${badLine(bytes)} holds bytes that are none.`,
        "Save it as UTF-8 and try again.",
      ),
    );
  }
};
