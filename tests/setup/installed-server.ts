import { execFile } from "node:child_process";
import { access, readdir, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "@checkride/server/platform/postgres/locate-binaries";

const oldestMajor = 15;

/** The newest PostgreSQL server that this machine has, if it is new enough for Checkride. */
export const findInstalledServer = async (): Promise<Binaries | null> => {
  const debian = "/usr/lib/postgresql";
  const versions = await readdir(debian).catch(() => []);
  const { PATH = "" } = process.env;
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...PATH.split(delimiter),
  ];
  const found = await Promise.all(folders.map(inspect));
  const fit = found.filter((one) => one !== null).filter((one) => one.major >= oldestMajor);
  return fit.sort((one, other) => other.major - one.major)[0] ?? null;
};

const inspect = async (folder: string): Promise<Binaries | null> => {
  try {
    const postgres = await realpath(join(folder, "postgres"));
    await access(join(dirname(postgres), "initdb"));
    const { stdout } = await promisify(execFile)(postgres, ["--version"]);
    const [, version] = / (\d+\S*)/.exec(stdout) ?? [];
    return version
      ? { root: dirname(dirname(postgres)), version, major: Number.parseInt(version, 10) }
      : null;
  } catch {
    return null;
  }
};
