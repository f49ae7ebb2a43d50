import { readFile } from "node:fs/promises";
import { loadCommand } from "./load-command.ts";
import { type Program, runProgram } from "./program.ts";

/** The same place seen from the sources and from the built file: a package.json one folder up. */
const version = async (): Promise<string> => {
  const manifest: unknown = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  );
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "unknown";
};

/** The command line with everything. The bootstrap in `bin/` says where things are. */
export const main = (
  args: readonly string[],
  places: Pick<Program, "root" | "runServer">,
): Promise<number> => runProgram(args, { ...places, version, load: loadCommand });
