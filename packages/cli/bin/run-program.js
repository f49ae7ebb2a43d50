import { spawn } from "node:child_process";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program in our place: it has our terminal and our environment, gets the signals that we get, and
 * its end is our end.
 *
 * @param {readonly [string, ...string[]]} command
 * @returns {Promise<number>} its exit code; when a signal ended it, that signal ends this process too
 */
export const runProgram = ([file, ...args]) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: "inherit" });
    const forward = (signal) => child.kill(signal);
    for (const signal of forwarded) process.on(signal, forward);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      if (signal) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
