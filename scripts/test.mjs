import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { runChecks } from "./lib/checks.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { runNode } from "./lib/run.mjs";

const reports = join(root, ".cache", "test-reports");

/**
 * Runs one vitest configuration and counts what its own report says, not what its exit code suggests. A quiet one
 * runs beside another and is printed when it is over.
 */
const runSuite = async (config, env, quiet = false) => {
  const report = join(reports, `${config}.json`);
  const result = await runNode(
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      config,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { env, quiet },
  );
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const failed = Math.max(numFailedTests, result.code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests, output: result.output };
};

await orExplain(async () => {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await ensureInstalled();
  // A browser that has to be fetched comes over the network while the checks keep the cores busy.
  const [checks, chromium] = await Promise.all([runChecks(), ensureChromium()]);
  await ensureBuilt();
  // Both wait for processes, pages and databases again and again: side by side they fill each other's pauses.
  process.stderr.write(
    "\nRules, database and server; a real browser beside them, printed at the end\n",
  );
  const [unit, browser] = await Promise.all([
    runSuite("vitest.config.ts", { CHECKRIDE_PROGRAM: join(root, "dist", "server.js") }),
    runSuite("vitest.browser.config.ts", { CHROMIUM_PATH: chromium }, true),
  ]);
  process.stdout.write(browser.output);
  const sum = (key) => [checks, unit, browser].reduce((total, part) => total + (part[key] ?? 0), 0);
  if (sum("failed") > 0) process.exitCode = 1;
  process.stdout.write(
    `\nchecks: ${checks.passed} passed, ${checks.failed} failed` +
      `\nrules, database and server: ${unit.passed} passed, ${unit.failed} failed, ${unit.skipped} skipped` +
      `\nreal browser: ${browser.passed} passed, ${browser.failed} failed, ${browser.skipped} skipped` +
      `\n\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`,
  );
});
