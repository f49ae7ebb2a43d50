import type { Board } from "@checkride/rules/labs/board";
import { timeOfDay } from "@checkride/rules/labs/time-of-day";
import { makeDraw } from "../../draw.ts";
import type { AnswerOf } from "../../kit/answered-lab.ts";
import type { IncidentLab, Run } from "../../kit/incident.ts";
import type { SourceFile } from "../../submission.ts";
import { answerFile } from "../kinds/answer-file.ts";
import { type Replay, replayFiles } from "./judge-run.ts";

/** What stands beside a run once it is over: the author's reasons by moves, `response`, and `expert`, another way. */
export const reviewRun = (
  authored: IncidentLab<unknown>,
  reference: AnswerOf<unknown>,
  seed: string,
  files: readonly SourceFile[],
): ReadonlyMap<string, string> => {
  const own = replayFiles(authored, seed, files);
  if (!own.ok) return new Map();
  const moves = reference(authored.draw(makeDraw(seed)));
  const expert = replayFiles(authored, seed, answerFile(moves));
  const reasons = authored.review(own.value.task, own.value.run);
  if (!expert.ok) return reasons;
  return new Map([
    ...reasons,
    ["response", sayResponses(authored, own.value, expert.value)],
    ["expert", expertWay(expert.value.board, own.value.run, reasons)],
  ]);
};

/** Whoever gave up before the first move has no time of their own. */
const sayResponses = (authored: IncidentLab<unknown>, own: Replay, expert: Replay): string => {
  const theirs = `The expert's run: ${sayResponse(authored, expert)}.`;
  return own.run.minute === 0 ? theirs : `Your run: ${sayResponse(authored, own)}. ${theirs}`;
};

const sayResponse = ({ stoppedAt }: IncidentLab<unknown>, { run }: Replay): string => {
  const minute = stoppedAt(run);
  return minute === null ? "it was never stopped" : `stopped after ${minute} minutes`;
};

/** Why a move was worth making stands where it was not made; of the others it stands with one's own run. */
const expertWay = (board: Board, own: Run, reasons: ReadonlyMap<string, string>): string =>
  board.entries
    .flatMap(({ kind, move, minute, text }): readonly string[] => {
      if (kind !== "move" || move === null) return [];
      const reason = own.has(move) ? undefined : reasons.get(move);
      const lines = [...text.split("\n"), ...(reason === undefined ? [] : [`Why: ${reason}`])];
      return [`${timeOfDay(board.begins, minute)}  ${lines.join("\n       ")}`];
    })
    .join("\n");
