import { readFileSync } from "node:fs";
import { memoryMb } from "../limits.ts";
import type { Language } from "../submission.ts";
import { moduleWith } from "./compiled-code.ts";
import { readCappedModule } from "./read-capped-module.ts";

export type EngineFiles = {
  readonly engineFile: string;
  /** The engine's machine code, kept from an earlier process; empty: there is none. */
  readonly codeFile: string;
};

/** The engine with its memory capped. What is not among its kept code is compiled when it is first called. */
export const openModule = (
  language: Language,
  { engineFile, codeFile }: EngineFiles,
): WebAssembly.Module => {
  const bytes = readCappedModule(engineFile, memoryMb[language]);
  const kept = codeFile === "" ? null : moduleWith(Uint8Array.from(readFileSync(codeFile)), bytes);
  return kept ?? new WebAssembly.Module(bytes);
};
