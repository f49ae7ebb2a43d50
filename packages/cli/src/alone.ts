import { loadAlone } from "./load-alone.ts";
import { runProgram } from "./program.ts";

/** Written in when it is built, because no package.json comes with one file. */
declare const builtVersion: string;

process.exitCode = await runProgram(process.argv.slice(2), {
  root: "",
  runServer: () => Promise.reject(new Error("the server is not in this file")),
  version: async () => builtVersion,
  load: loadAlone,
});
