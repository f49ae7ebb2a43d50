import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { findEngine, flagsForOne, placesOfKept } from "../process/programs.ts";
import type { Language } from "../submission.ts";
import { compileScriptIn, imageScriptIn, programFileIn } from "./bundles.ts";
import { sampleMessages } from "./samples.ts";

const run = promisify(execFile);

/** The program as it is when everything is loaded. What a process may do is decided by the flags that it is started with. */
export const keepImage = (folder: string, imageFile: string) => {
  const building = ["--snapshot-blob", imageFile, "--build-snapshot", imageScriptIn(folder)];
  return run(process.execPath, ["--no-warnings", ...building]);
};

const keepCode = async (folder: string, language: Language, codeFile: string) => {
  const about = [compileScriptIn(folder), language, await findEngine(language), codeFile];
  const running = run(process.execPath, [...flagsForOne, ...about]);
  const told = sampleMessages(language).map((message) => `${JSON.stringify(message)}\n`);
  running.child.stdin?.end(told.join(""));
  return running;
};

/**
 * Beside the program in this folder, what makes its processes ready sooner: an image and each engine's machine code. That is
 * of use to this Node on this kind of machine; elsewhere the program starts without it.
 */
export const keepBeside = async (
  folder: string,
  languages: readonly Language[] = ["ts", "python"],
): Promise<void> => {
  const places = (language: Language) => placesOfKept(programFileIn(folder), language);
  await Promise.all([
    keepImage(folder, places("ts").imageFile),
    ...languages.map((language) => keepCode(folder, language, places(language).codeFile)),
  ]);
  await Promise.all([imageScriptIn(folder), compileScriptIn(folder)].map((file) => rm(file)));
};
