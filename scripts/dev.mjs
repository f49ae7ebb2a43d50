import { spawn } from "node:child_process";
import { orExplain } from "./lib/explain.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { pinnedNode, root } from "./lib/paths.mjs";

/** The server from its sources, restarted at each change, and the pages with live reload in front of it. */
await orExplain(async () => {
  await ensureInstalled();
  const start = (args) => spawn(pinnedNode(), args, { cwd: root, stdio: "inherit" });
  const children = [
    start(["--watch-path=packages", "packages/server/src/main.ts", ...process.argv.slice(2)]),
    start(["node_modules/vite/bin/vite.js", "packages/web"]),
  ];
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => {
    for (const child of children) child.kill("SIGTERM");
  });
  await Promise.race(children.map((child) => new Promise((resolve) => child.on("exit", resolve))));
  for (const child of children) child.kill("SIGTERM");
});
