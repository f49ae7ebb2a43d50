import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { pinnedNode, root } from "./paths.mjs";

/** Children get the pinned Node first in their path, whatever started us. */
const environment = (extra) => {
  const node = pinnedNodeOrNull();
  const path = node ? `${dirname(node)}${delimiter}${process.env.PATH}` : process.env.PATH;
  return { ...process.env, PATH: path, ...extra };
};

const pinnedNodeOrNull = () => {
  try {
    return pinnedNode();
  } catch {
    return null;
  }
};

/**
 * Runs a program to its end. With `quiet` its output is kept and only shown by the caller when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: environment(options.env),
      stdio: options.quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    child.stdout?.on("data", (part) => {
      output += part;
    });
    child.stderr?.on("data", (part) => {
      output += part;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });

/** A program of an npm package, run by the pinned Node. */
export const runNode = (args, options) => run(pinnedNode(), args, options);
