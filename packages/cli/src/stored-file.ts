import { createWriteStream } from "node:fs";
import { link, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { misuse, type Outcome } from "./outcome.ts";
import { reasonOf } from "./read-text-file.ts";

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const taken = (path: string): Outcome =>
  misuse(`${path} exists already and is not overwritten.`, "Name another file, or move this one.");

/** Asked before the work begins, so that nobody waits for what cannot be kept. */
export const refuseTaken = async (path: string): Promise<Outcome | null> =>
  (await exists(path)) ? taken(path) : null;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(dirname(path) || ".", "r");
  await folder.sync();
  await folder.close();
};

/**
 * A new file that only its owner can read. It gets its name once it is whole and on the disk: a cut
 * download, a full disk or Ctrl-C leaves no file that looks like one.
 */
export const storeFile = async (
  path: string,
  content: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): Promise<Result<null, Outcome>> => {
  const part = `${path}.${process.pid}.part`;
  try {
    const file = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(Readable.from(content), file);
    // A link fails where the name is taken; a rename would replace what somebody put there meanwhile.
    await link(part, path);
    await syncFolder(path);
    return ok(null);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return fail(taken(path));
    }
    return fail(misuse(`${path} could not be written: ${reasonOf(error)}.`));
  } finally {
    await rm(part, { force: true });
  }
};
