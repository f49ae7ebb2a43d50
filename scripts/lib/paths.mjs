import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const pinnedMajor = 24;

/** The Node that this project pins, from npm like everything else; the one running here only bootstraps. */
export const pinnedNode = () => {
  const file = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  const path = join(root, "node_modules", `node-${process.platform}-${process.arch}`, file);
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split(".")[0]) >= pinnedMajor) return process.execPath;
  throw new Error(
    `There is no pinned Node for ${process.platform}-${process.arch}, and this one is ${process.version}. Start with Node ${pinnedMajor} or newer.`,
  );
};
