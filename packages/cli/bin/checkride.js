#!/usr/bin/env node
// Plain JavaScript that any Node from 20 on can read: it finds the Node and the program to run.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { freshest } from "./freshest.js";
import { findPinnedNode, isTooOld } from "./pinned-node.js";
import { runProgram } from "./run-program.js";

const here = fileURLToPath(import.meta.url);
const root = join(dirname(here), "..", "..", "..");
const sources = (names) => names.map((name) => join(root, "packages", name, "src"));

const serverProgram = () =>
  freshest({
    built: join(root, "dist", "server.js"),
    source: join(root, "packages", "server", "src", "main.ts"),
    folders: sources([
      "server",
      "rules",
      "ledger",
      "curriculum-reader",
      "api",
      "range",
      "verifier",
    ]),
  });

const run = async () => {
  const program = freshest({
    built: join(root, "dist", "cli.js"),
    source: join(root, "packages", "cli", "src", "main.ts"),
    folders: sources(["cli", "rules", "ledger", "curriculum-reader", "api", "range", "verifier"]),
  });
  const { main } = await import(pathToFileURL(program).href);
  return main(process.argv.slice(2), {
    root,
    runServer: (args) => runProgram([process.execPath, serverProgram(), ...args]),
  });
};

const runOnPinnedNode = () => {
  const node = findPinnedNode(dirname(here));
  if (node) return runProgram([node, here, ...process.argv.slice(2)]);
  console.error(
    `checkride needs Node 24 or newer and runs on ${process.version}. Run "npm install" in ${root}, which brings it along.`,
  );
  return Promise.resolve(70);
};

process.exitCode = await (isTooOld(process.versions.node) ? runOnPinnedNode() : run());
