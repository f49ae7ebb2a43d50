import { ensureBuilt } from "./lib/build.mjs";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await orExplain(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
