import { join } from "node:path";
import { root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run, runNode } from "./run.mjs";

const bin = (name) => join(root, "node_modules", ".bin", name);

const checks = [
  ["Types and arrows between packages (tsc)", () => run(bin("tsc"), ["-b"], { quiet: true })],
  [
    "Format, lint and import rules (biome)",
    () => run(bin("biome"), ["check", "--error-on-warnings", "."], { quiet: true }),
  ],
  [
    "Unused files, exports and packages (knip)",
    () => runNode(["node_modules/knip/bin/knip.js"], { quiet: true }),
  ],
];

/** Runs every check even when one fails, so that a person sees all there is to mend. */
export const runChecks = async () => {
  const failed = [];
  for (const [what, check] of checks) {
    await step(what, async () => {
      const result = await check();
      if (result.code !== 0) throw new Error(result.output);
    }).catch((error) => {
      process.stderr.write(`${error.message}\n`);
      failed.push(what);
    });
  }
  return { passed: checks.length - failed.length, failed: failed.length };
};
