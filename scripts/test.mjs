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

/** Runs one vitest configuration and counts what its own report says, not what its exit code suggests. */
const runSuite = async (title, config, env) => {
  process.stderr.write(`\n${title}\n`);
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
    { env },
  );
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const failed = Math.max(numFailedTests, result.code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
};

await orExplain(async () => {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await ensureInstalled();
  const checks = await runChecks();
  await ensureBuilt();
  const unit = await runSuite("Rules, database and server", "vitest.config.ts", {
    CHECKRIDE_PROGRAM: join(root, "dist", "server.js"),
  });
  const chromium = await ensureChromium();
  const browser = await runSuite("Real browser", "vitest.browser.config.ts", {
    CHROMIUM_PATH: chromium,
  });
  const sum = (key) => [checks, unit, browser].reduce((total, part) => total + (part[key] ?? 0), 0);
  if (sum("failed") > 0) process.exitCode = 1;
  process.stdout.write(
    `\nchecks: ${checks.passed} passed, ${checks.failed} failed` +
      `\nrules, database and server: ${unit.passed} passed, ${unit.failed} failed, ${unit.skipped} skipped` +
      `\nreal browser: ${browser.passed} passed, ${browser.failed} failed, ${browser.skipped} skipped` +
      `\n\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`,
  );
});
