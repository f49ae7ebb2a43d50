import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** What a dynamically linked program is loaded from. */
const systemFolders = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"];

const flags = [
  "--unshare-all",
  "--die-with-parent",
  "--new-session",
  "--cap-drop",
  "ALL",
  "--clearenv",
  "--proc",
  "/proc",
  "--dev",
  "/dev",
];

/** The command in a file system that holds its program and what it reads, with no network and no other process in sight. */
export const withBwrap = (
  bwrapFile: string,
  command: readonly string[],
  reads: readonly string[],
): readonly string[] => {
  const [program = ""] = command;
  const shown = [...systemFolders.filter((path) => existsSync(path)), dirname(program), ...reads];
  return [
    bwrapFile,
    ...flags,
    ...shown.flatMap((path) => ["--ro-bind", path, path]),
    "--chdir",
    "/",
    ...command,
  ];
};
