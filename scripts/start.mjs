import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { pinnedNode, root } from "./lib/paths.mjs";

/**
 * Ctrl-C reaches the server directly (same terminal group); `kill` of this process alone does not, so it is
 * passed on. Either way this process waits for the server to stop cleanly.
 */
const serve = () =>
  new Promise((resolve, reject) => {
    const args = [
      "--enable-source-maps",
      join(root, "dist", "server.js"),
      ...process.argv.slice(2),
    ];
    const server = spawn(pinnedNode(), args, {
      stdio: "inherit",
      // Who starts it in a terminal wants to read; who runs it as a service sets LOG_LEVEL and reads the log.
      env: { LOG_LEVEL: "warn", ...process.env },
    });
    process.on("SIGINT", () => undefined);
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
    server.on("error", reject);
    server.on("exit", (code) => resolve(code ?? 1));
  });

await orExplain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await serve();
});
