import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import type { Language } from "../submission.ts";
import { codeOf } from "./compiled-code.ts";
import { instantiateAtOnce } from "./instantiate-at-once.ts";
import { openModule } from "./open-module.ts";
import { openJavaScriptServer } from "./serve-javascript.ts";
import { openPythonServer } from "./serve-python.ts";

/**
 * `compile <language> <engine file> <code file>`: runs what it is told on its input and keeps the machine code of all that was
 * needed for it. The quick compiler, whose code cannot be kept, is not asked while it does so; the flags are at the end as they
 * were at the beginning, because V8 takes code back only under the flags under which it was given out.
 */
const [, , name, engineFile = "", codeFile = ""] = process.argv;
const language: Language = name === "ts" ? "ts" : "python";

for (const flag of ["--no-liftoff-only", "--no-liftoff"]) setFlagsFromString(flag);
const module = openModule(language, { engineFile, codeFile: "" });
process.once("exit", () => {
  for (const flag of ["--liftoff", "--liftoff-only"]) setFlagsFromString(flag);
  writeFileSync(codeFile, codeOf(module));
});

instantiateAtOnce();
const ready = () => undefined;
if (language === "ts") await openJavaScriptServer(module, ready);
else openPythonServer(module, ready);
