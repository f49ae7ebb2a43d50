import type { Json } from "@checkride/rules/exercise";
import type { SourceFile } from "../../submission.ts";

/** What a learner hands in where nothing is run. */
export const answerPath = "answer.json";

export const answerFile = (answers: Json): readonly SourceFile[] => [
  { path: answerPath, text: JSON.stringify(answers, null, 2) },
];
