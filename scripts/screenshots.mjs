import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { runNode } from "./lib/run.mjs";

/** Every page of a demo organisation, in both themes and two widths, into screenshots/ (or a folder given). */
await orExplain(async () => {
  const folder = process.argv[2] ?? join(root, "screenshots");
  mkdirSync(folder, { recursive: true });
  await ensureInstalled();
  await ensureBuilt();
  const env = { CHROMIUM_PATH: await ensureChromium(), SCREENSHOTS: folder };
  const result = await runNode(["tests/browser/take-screenshots.ts"], { env });
  process.exitCode = result.code;
});
