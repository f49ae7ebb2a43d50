import { constants } from "node:fs";
import { access, mkdir, realpath, stat } from "node:fs/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { codeOf, diskFull, notWritable, type PostgresFault } from "./postgres-fault.ts";
import { runsAsRoot } from "./service-account.ts";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this account may not write there",
  EPERM: "this account may not write there",
  EROFS: "the disk is read-only",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "it is a file, not a folder",
  ENOENT: "its place does not exist and cannot be made",
};

/** The real path of the data folder, made when missing, with the right to write in it. */
export const openDataFolder = async (dataDir: string): Promise<Result<string, PostgresFault>> => {
  try {
    // Under root another account has to pass through, though not to look around.
    await mkdir(dataDir, { recursive: true, mode: runsAsRoot() ? 0o711 : 0o700 });
    const folder = await realpath(dataDir);
    if (!(await stat(folder)).isDirectory()) {
      return fail(notWritable(dataDir, "it is a file, not a folder"));
    }
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(folder);
  } catch (error) {
    const code = codeOf(error);
    return fail(
      code === "ENOSPC" ? diskFull(dataDir, null) : notWritable(dataDir, reasons[code] ?? code),
    );
  }
};
