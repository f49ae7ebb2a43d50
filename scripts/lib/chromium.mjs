import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";

/** The same engine without the window around it: what needs no window costs a fifth less of the processor. */
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const find = () => {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? null;
};

const withRights = async () => {
  if (process.getuid?.() === 0) return [];
  const sudo = await run("sudo", ["-n", "true"], { quiet: true }).catch(() => ({ code: 1 }));
  return sudo.code === 0 ? ["sudo", "-n"] : null;
};

const aptInstall = async (prefix) => {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", shell],
  ]) {
    const [command = "apt-get", ...rest] = [...prefix, "apt-get", ...args];
    const result = await run(command, rest, { quiet: true, env });
    if (result.code !== 0) throw new Error(result.output);
  }
};

/** The path of a Chromium or Chrome; installs Debian's where that is possible and allowed. */
export const ensureChromium = async () => {
  const present = find();
  if (present) return present;
  const prefix = existsSync("/usr/bin/apt-get") ? await withRights() : null;
  if (prefix)
    await step(`Installing Debian's ${shell} for the browser tests`, () => aptInstall(prefix));
  const installed = find();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its program.",
  );
};
