import type { Json } from "@checkride/rules/exercise";
import type { MadeMove } from "@checkride/rules/labs/board";
import { fail, ok, type Result } from "@checkride/rules/result";
import { parseClaim } from "../../parse-claim.ts";
import type { SourceFile } from "../../submission.ts";
import { answerPath } from "../kinds/answer-file.ts";

const movesMax = 200;

/** The moves of a run as untrusted text: `{ "moves": [{ "move": "limit", "answers": {} }] }` and nothing else. */
export const readMoves = (files: readonly SourceFile[]): Result<readonly MadeMove[], string> => {
  const [file] = files;
  if (file === undefined || files.length > 1 || file.path !== answerPath) {
    return fail(`This lab takes one file, ${answerPath}.`);
  }
  const parsed = parseClaim(new TextEncoder().encode(file.text));
  if (!parsed.ok) return parsed;
  const moves = partsOf(parsed.value, ["moves"])?.get("moves");
  if (!Array.isArray(moves)) return fail("The answer is no list of moves.");
  if (moves.length > movesMax) return fail(`More than ${movesMax} moves were made.`);
  const made = moves.flatMap((one) => madeOf(one) ?? []);
  return made.length === moves.length ? ok(made) : fail("A move has another shape than a move.");
};

const madeOf = (value: Json): MadeMove | null => {
  const parts = partsOf(value, ["move", "answers"]);
  const [move, answers] = [parts?.get("move"), parts?.get("answers")];
  return typeof move === "string" && isRecord(answers) ? { move, answers } : null;
};

/** Null where there are other keys, or fewer. */
const partsOf = (value: Json, keys: readonly string[]): ReadonlyMap<string, Json> | null => {
  if (!isRecord(value)) return null;
  const parts = new Map(Object.entries(value));
  return parts.size === keys.length && keys.every((key) => parts.has(key)) ? parts : null;
};

const isRecord = (value: Json | undefined): value is MadeMove["answers"] =>
  typeof value === "object" && value !== null && !Array.isArray(value);
