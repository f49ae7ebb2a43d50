import type { MadeMove } from "@checkride/rules/labs/board";
import { fail, ok, type Result } from "@checkride/rules/result";
import { makeDraw } from "../../draw.ts";
import type { Verdict } from "../../judge.ts";
import type { IncidentLab } from "../../kit/incident.ts";
import type { SourceFile } from "../../submission.ts";
import { unrunVerdict } from "../kinds/unrun-verdict.ts";
import { type Played, playIncident } from "./play-incident.ts";
import { readMoves } from "./read-moves.ts";

export type Replay = Played & { readonly task: unknown };

export const replayMoves = (
  authored: IncidentLab<unknown>,
  seed: string,
  made: readonly MadeMove[],
): Result<Replay, string> => {
  const task = authored.draw(makeDraw(seed));
  const played = playIncident(authored.scenario(task), made);
  return played.ok ? ok({ ...played.value, task }) : played;
};

export const replayFiles = (
  authored: IncidentLab<unknown>,
  seed: string,
  files: readonly SourceFile[],
): Result<Replay, string> => {
  const moves = readMoves(files);
  return moves.ok ? replayMoves(authored, seed, moves.value) : moves;
};

/** Only a run that is over is judged: whoever saw a verdict in between would lead the rest by it. */
export const judgeRun = (
  authored: IncidentLab<unknown>,
  seed: string,
  files: readonly SourceFile[],
): Result<Verdict, string> => {
  const replay = replayFiles(authored, seed, files);
  if (!replay.ok) return replay;
  const { task, run, board } = replay.value;
  if (!board.ended) {
    return fail("The incident is still going on. Close it, or let its time run out.");
  }
  return ok(verdictOf(authored, (check) => check.holds(task, run), null));
};

/** For proofs, where what is no run is simply not right. */
export const judgeAnyway = (
  authored: IncidentLab<unknown>,
  seed: string,
  files: readonly SourceFile[],
): Verdict => {
  const verdict = judgeRun(authored, seed, files);
  return verdict.ok ? verdict.value : verdictOf(authored, () => false, verdict.error);
};

const verdictOf = (
  { checks }: IncidentLab<unknown>,
  decide: (check: IncidentLab<unknown>["checks"][number]) => boolean,
  load: string | null,
): Verdict => {
  const results = checks.map((check) => {
    const { id, half, says, why } = check;
    const holds = decide(check);
    return { id, half, says, holds, why: holds ? null : why };
  });
  return unrunVerdict(results, load);
};
