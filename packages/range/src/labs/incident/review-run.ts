import type { Board } from "@checkride/rules/labs/board";
import { timeOfDay } from "@checkride/rules/labs/time-of-day";
import { makeDraw } from "../../draw.ts";
import type { AnswerOf } from "../../kit/answered-lab.ts";
import type { IncidentLab } from "../../kit/incident.ts";
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
    ["expert", expertWay(expert.value.board)],
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

const expertWay = ({ begins, entries }: Board): string =>
  entries
    .filter(({ kind }) => kind === "move")
    .map(
      ({ minute, text }) => `${timeOfDay(begins, minute)}  ${text.split("\n").join("\n       ")}`,
    )
    .join("\n");
