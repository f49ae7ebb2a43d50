import { type AskedAnswers, answersFile, readAnswers } from "../asked/answers.ts";
import type { FileText } from "./draft.ts";

/** The answers among the files of a draft. */
export const answersIn = (files: readonly FileText[]): AskedAnswers =>
  readAnswers(files.find(({ path }) => path === answersFile)?.text ?? "");
