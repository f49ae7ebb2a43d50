import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null);

const isForHere = (entry) =>
  (!entry.os || entry.os.includes(process.platform)) &&
  (!entry.cpu || entry.cpu.includes(process.arch)) &&
  // Which C library runs here npm knows and we do not: what it left out for that reason is not missing.
  !entry.libc;

/**
 * Compares the lockfile with npm's own record of what lies in node_modules, so that nothing is installed
 * again without need, whoever installed it.
 */
const isInstalled = () => {
  const wanted = readJson(join(root, "package-lock.json"));
  const present = readJson(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") || !isForHere(entry)) return true;
    const found = present.packages[path];
    if (!found)
      return entry.optional === true && !path.includes(`${process.platform}-${process.arch}`);
    return entry.link === true || found.version === entry.version;
  });
};

const causes = [
  [/ENOSPC/, "The disk is full. Free about 1 GB and start again."],
  [
    /EACCES|EPERM/,
    "npm may not write to node_modules. It may belong to another account: remove it or change its owner, then start again.",
  ],
  [
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/i,
    "npm could not reach its registry. Check the network or npm's configured registry, then start again.",
  ],
  [
    /EINTEGRITY/,
    "A downloaded package does not match the lockfile. Clear npm's cache (npm cache verify) and start again.",
  ],
];

export const ensureInstalled = async () => {
  if (isInstalled()) return;
  await step("Installing the locked packages (once, about a minute)", async () => {
    const npm = process.env.npm_execpath;
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    const result = npm?.endsWith(".js")
      ? await run(process.execPath, [npm, ...args], { quiet: true })
      : await run("npm", args, { quiet: true });
    if (result.code === 0) return;
    const cause = causes.find(([sign]) => sign.test(result.output));
    throw new Error(
      `${result.output.trim()}\n\n${cause ? cause[1] : "npm ci failed; its words are above."}`,
    );
  });
};
