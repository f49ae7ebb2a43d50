import type { Lab } from "@checkride/curriculum-reader/lab/lab";
import { makeDraw } from "../../draw.ts";
import { hashSubmission } from "../../grade.ts";
import type { IncidentLab } from "../../kit/incident.ts";
import type { SourceFile } from "../../submission.ts";
import { judgeAnyway, judgeRun, replayFiles, replayMoves } from "../incident/judge-run.ts";
import { reviewRun } from "../incident/review-run.ts";
import type { LabAnswer, LabProof, OpenLab, Play } from "../open-lab.ts";
import { answerFile } from "./answer-file.ts";
import type { Answerers } from "./answered-lab.ts";
import { incidentCheats } from "./incident-cheats.ts";
import { brokenChecks, unlessBroken } from "./unless-broken.ts";
import { unrunJudged } from "./unrun-verdict.ts";

/** A learner leads an incident move by move. What is handed in is the run; grading it plays it again on the seed. */
export const openIncidentLab = (
  lab: Lab,
  authored: IncidentLab<unknown>,
  answerers: Answerers,
): OpenLab => ({
  lab,
  checks: authored.checks,
  variants: "once",
  begin: () => ({ files: noMoves.map((file) => ({ ...file, mayEdit: false })), asked: [] }),
  grade: async (_range, files, seed) => grade(lab, authored, seed, files),
  review: (seed, files = noMoves) => reviewRun(authored, answerers.reference, seed, files),
  play: playOf(authored),
  proof: proofOf(authored, answerers),
});

const noMoves: readonly SourceFile[] = answerFile({ moves: [] });

const grade = (
  lab: Lab,
  authored: IncidentLab<unknown>,
  seed: string,
  files: readonly SourceFile[],
): LabAnswer => {
  const began = performance.now();
  const judged = unlessBroken(() => judgeRun(authored, seed, files));
  if (!judged.ok)
    return { outcome: "error", says: brokenChecks("this run"), because: judged.error };
  const verdict = judged.value;
  if (!verdict.ok) return { outcome: "refused", says: verdict.error };
  const graded = {
    verdict: verdict.value,
    lab: lab.id,
    contentVersion: lab.version,
    submissionHash: hashSubmission(files),
    seed,
    engines: "incident 1",
  };
  return { outcome: "graded", graded: { ...graded, tookMs: performance.now() - began } };
};

const playOf = (authored: IncidentLab<unknown>): Play => ({
  boardAfter: (seed, made) => {
    const replay = replayMoves(authored, seed, made);
    return replay.ok ? { ok: true, value: replay.value.board } : replay;
  },
  filesOf: (made) => answerFile({ moves: made }),
  responseMinutes: (seed, files) => {
    const replay = replayFiles(authored, seed, files);
    return replay.ok ? authored.stoppedAt(replay.value.run) : null;
  },
});

const proofOf = (
  authored: IncidentLab<unknown>,
  { reference, weakened, accepted }: Answerers,
): LabProof => {
  const answerTo = (answer: typeof reference | undefined, seed: string): readonly SourceFile[] =>
    answerFile(answer?.(authored.draw(makeDraw(seed))) ?? {});
  return {
    start: () => noMoves,
    reference: (seed) => answerTo(reference, seed),
    weakened: (id, seed) => answerTo(weakened.get(id), seed),
    accepted: (id, seed) => answerTo(accepted.get(id), seed),
    cheats: (seed) => [
      ...incidentCheats((made) => playOf(authored).boardAfter(seed, made), seed),
      { name: "what is right in another variant", files: answerTo(reference, `${seed} other`) },
    ],
    judgeSeeds: async (_range, solution, seeds) =>
      seeds.map((seed) => unrunJudged(seed, judgeAnyway(authored, seed, solution(seed)))),
    passes: async (_range, files, seed) => judgeAnyway(authored, seed, files).passed,
    sameVariants: (one, other) =>
      answerTo(reference, one)[0]?.text === answerTo(reference, other)[0]?.text
        ? "the same moves with the same answers are right for two seeds"
        : null,
  };
};
