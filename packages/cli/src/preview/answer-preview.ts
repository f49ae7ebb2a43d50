import { answerBody } from "@checkride/api/exercises";
import type { RunCode } from "@checkride/curriculum-reader/checks/check-code";
import type { Marking } from "@checkride/rules/answer";
import type { Exercise } from "@checkride/rules/exercise";
import { markRun } from "@checkride/rules/exercises/mark-run";
import { markAnswer } from "@checkride/rules/mark-answer";
import { previewSeed } from "./preview-content.ts";

export type PreviewAnswer = Marking | { readonly says: string };

/** Marked as it will be for learners. */
export const answerPreview = async (
  exercise: Exercise,
  written: unknown,
  runCode: RunCode,
): Promise<PreviewAnswer> => {
  const answer = answerBody.safeParse(written);
  if (!answer.success) return { says: "This is no answer." };
  if (exercise.kind !== "run") {
    const marking = markAnswer(exercise, previewSeed, answer.data);
    return marking.ok ? marking.value : marking.error;
  }
  if (answer.data.kind !== "run") return { says: "This is no code." };
  const { language, before, calls, cases } = exercise;
  const { code } = answer.data;
  const run = await runCode({ language, before, code, calls, cases });
  if (run.kind === "away") return { says: run.says };
  return run.load === null ? markRun(exercise, run.claims) : { says: run.load };
};
