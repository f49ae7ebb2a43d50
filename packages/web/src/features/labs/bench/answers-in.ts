import type { Json } from "@checkride/rules/exercise";
import { type AskedAnswers, answersFile, readAnswers, writeAnswers } from "../asked/answers.ts";
import type { FileText } from "./draft.ts";

/** The answers among the files of a draft. */
export const answersIn = (files: readonly FileText[]): AskedAnswers =>
  readAnswers(files.find(({ path }) => path === answersFile)?.text ?? "");

export const withAnswer = (
  files: readonly FileText[],
  question: string,
  value: Json,
): readonly FileText[] => [
  { path: answersFile, text: writeAnswers({ ...answersIn(files), [question]: value }) },
];
