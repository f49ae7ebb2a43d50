import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runNode } from "./run.mjs";

const stampFile = join(root, "dist", ".built");

const inputs = [
  "package-lock.json",
  "scripts/lib/build.mjs",
  "scripts/bundle.mjs",
  "tsconfig.base.json",
  ...[
    "api",
    "cli",
    "curriculum-reader",
    "ledger",
    "range",
    "rules",
    "server",
    "verifier",
    "web",
  ].map((name) => `packages/${name}`),
];

const isOfTests = (name) => /\.test\.tsx?$/.test(name) || name === "node_modules";

function* filesBelow(path) {
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!isOfTests(name)) yield* filesBelow(join(path, name));
  }
}

/** The content of all that goes into the build; a few hundred small files take some milliseconds. */
const hashInputs = () => {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of filesBelow(join(root, input))) {
      hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
    }
  }
  return hash.digest("hex");
};

const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === hashInputs();

const buildPart = async (args) => {
  const result = await runNode(args, { quiet: true });
  if (result.code !== 0) throw new Error(result.output);
};

/** Pipelines fetch the command line from the server that they ask, and may pin its checksum. */
const offerProgram = () => {
  const program = readFileSync(join(root, "dist", "checkride.mjs"));
  const folder = join(root, "dist", "web", "cli");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "checkride.mjs"), program);
  const sum = createHash("sha256").update(program).digest("hex");
  writeFileSync(join(folder, "checkride.mjs.sha256"), `${sum}  checkride.mjs\n`);
};

export const ensureBuilt = async () => {
  if (isBuilt()) return;
  await step("Building the server, the command line and the pages", async () => {
    const stamp = hashInputs();
    rmSync(stampFile, { force: true });
    mkdirSync(join(root, "dist"), { recursive: true });
    await Promise.all([
      buildPart(["scripts/bundle.mjs"]),
      buildPart(["node_modules/vite/bin/vite.js", "build", "packages/web", "--logLevel", "warn"]),
      ...["migrations", "fonts"].map((folder) =>
        cp(join(root, "packages/server", folder), join(root, "dist", folder), { recursive: true }),
      ),
    ]);
    offerProgram();
    await buildPart(["scripts/compress.mjs"]);
    writeFileSync(stampFile, stamp);
  });
};
