import { readdirSync } from "node:fs";
import { join } from "node:path";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/paths.mjs";
import { runNode } from "./lib/run.mjs";

/** `npm run bench` runs all measurements, `npm run bench -- gate` one. */
await orExplain(async () => {
  await ensureInstalled();
  const wanted = process.argv[2];
  const files = readdirSync(join(root, "bench")).filter((name) => /^[a-z-]+\.ts$/.test(name));
  const chosen = wanted ? files.filter((name) => name === `${wanted}.ts`) : files;
  if (chosen.length === 0)
    throw new Error(`There is no bench/${wanted}.ts; there are ${files.join(", ")}.`);
  for (const name of chosen) {
    process.stdout.write(`\n${name}\n`);
    const result = await runNode([join(root, "bench", name), ...process.argv.slice(3)], {});
    if (result.code !== 0) process.exitCode = 1;
  }
});
