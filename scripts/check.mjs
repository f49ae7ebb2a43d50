import { runChecks } from "./lib/checks.mjs";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await orExplain(async () => {
  await ensureInstalled();
  const { failed } = await runChecks();
  if (failed > 0) process.exitCode = 1;
});
