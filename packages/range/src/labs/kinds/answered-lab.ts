import type { Lab } from "@checkride/curriculum-reader/lab/lab";
import { makeDraw } from "../../draw.ts";
import { hashSubmission } from "../../grade.ts";
import type { Verdict } from "../../judge.ts";
import type { AnswerCheck, AnsweredLab, AnswerOf } from "../../kit/answered-lab.ts";
import type { SourceFile } from "../../submission.ts";
import type { OpenLab } from "../open-lab.ts";
import { readAnswers } from "../read-answers.ts";
import { answerCheats } from "./answer-cheats.ts";
import { answerFile, answerPath } from "./answer-file.ts";
import { unrunJudged, unrunVerdict } from "./unrun-verdict.ts";

export type Answerers = {
  readonly reference: AnswerOf<unknown>;
  readonly weakened: ReadonlyMap<string, AnswerOf<unknown>>;
  readonly accepted: ReadonlyMap<string, AnswerOf<unknown>>;
};

/** A learner answers questions; pure functions judge. No sandbox: nothing that is handed in is ever run. */
export const openAnsweredLab = (
  lab: Lab,
  authored: AnsweredLab<unknown>,
  { reference, weakened, accepted }: Answerers,
): OpenLab => {
  const taskOf = (seed: string): unknown => authored.draw(makeDraw(seed));
  const answerTo = (answer: AnswerOf<unknown> | undefined, seed: string) =>
    answerFile(answer?.(taskOf(seed)) ?? {});
  const judgeFiles = (files: readonly SourceFile[], seed: string): Verdict =>
    judgeAnswers(authored.checks, taskOf(seed), textOf(files));
  return {
    lab,
    checks: authored.checks,
    // Where a person decides in the end, going on with what was returned is the point.
    variants: lab.isReviewed ? "shown" : "once",
    begin: (seed) => ({
      files: [{ path: answerPath, text: "{}", mayEdit: true }],
      asked: authored.asks(taskOf(seed)),
    }),
    grade: async (_range, files, seed) => {
      const foreign = files.find(({ path }) => path !== answerPath);
      if (foreign !== undefined || files.length > 1) {
        return { outcome: "refused", says: `This lab takes one file, ${answerPath}.` };
      }
      const began = performance.now();
      const graded = {
        verdict: judgeFiles(files, seed),
        lab: lab.id,
        contentVersion: lab.version,
        submissionHash: hashSubmission(files),
        seed,
        engines: "answers 1",
      };
      return { outcome: "graded", graded: { ...graded, tookMs: performance.now() - began } };
    },
    review: (seed) => authored.review(taskOf(seed)),
    proof: {
      start: () => answerFile({}),
      reference: (seed) => answerTo(reference, seed),
      weakened: (id, seed) => answerTo(weakened.get(id), seed),
      accepted: (id, seed) => answerTo(accepted.get(id), seed),
      cheats: (seed) => answerCheats(authored.asks(taskOf(seed)), answerFile),
      judgeSeeds: async (_range, solution, seeds) =>
        seeds.map((seed) => unrunJudged(seed, judgeFiles(solution(seed), seed))),
      passes: async (_range, files, seed) => judgeFiles(files, seed).passed,
      sameVariants: (one, other) =>
        JSON.stringify(authored.asks(taskOf(one))) === JSON.stringify(authored.asks(taskOf(other)))
          ? "two seeds ask exactly the same"
          : null,
    },
  };
};

const textOf = (files: readonly SourceFile[]): string => files[0]?.text ?? "{}";

const judgeAnswers = (
  checks: readonly AnswerCheck<unknown>[],
  task: unknown,
  text: string,
): Verdict => {
  const answers = readAnswers(text);
  const results = checks.map(({ id, half, says, why, holds: ask, share }) => {
    const holds = answers.ok && ask(task, answers.value);
    const result = { id, half, says, holds, why: holds ? null : why };
    if (share === undefined || !answers.ok) return result;
    return { ...result, share: Math.min(1, Math.max(0, share(task, answers.value))) };
  });
  return unrunVerdict(results, answers.ok ? null : answers.error);
};
