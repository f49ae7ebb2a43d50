import { sameJson } from "@checkride/rules/exercises/same-json";
import type { MadeMove } from "@checkride/rules/labs/board";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { insertMove, readMoves } from "./move-store.ts";
import { lockWorkspace } from "./workspace-store.ts";

export type MoveAsk = MadeMove & {
  /** How many moves whoever asks has seen. */
  readonly after: number;
  readonly personId: string;
  readonly now: Date;
};

const movedMeanwhile = () =>
  refuse("conflict", "A move was made meanwhile.", {
    wayOut: "Load the page again, look at what it changed, and decide anew.",
  });

/** A run that could not be read in the end could not be ended either. */
const charsMax = 60_000;
const isTooLong = (files: readonly StoredFile[]): boolean =>
  files.reduce((sum, { text }) => sum + text.length, 0) > charsMax;

/** It is kept for good: an incident is led forward, and what was submitted is what was done. */
export const makeMove = async (
  db: Database,
  { workspace: { id, me }, lab }: Mine,
  { after, move, answers, personId, now }: MoveAsk,
): Promise<Result<Mine, Refusal>> => {
  const workspace = await lockWorkspace(db, id, me.personId);
  if (workspace === null) return notThere();
  const { play } = lab.open;
  if (play === undefined) {
    return refuse("submission-not-fitting", "This lab is not led move by move.");
  }
  if (workspace.state !== "open") return refuse("conflict", "This workspace is over.");
  const made = await readMoves(db, id);
  const mine = { move, answers };
  if (after !== made.length) {
    const isRepeat = sameJson([made[after] ?? null], [mine]) && after === made.length - 1;
    return isRepeat ? ok({ workspace, lab }) : movedMeanwhile();
  }
  const all = [...made, mine];
  if (isTooLong(play.filesOf(all))) {
    return refuse("submission-not-fitting", "The answers of this run are too long together.", {
      wayOut: "Write less; nothing of this move was kept.",
    });
  }
  const board = play.boardAfter(workspace.seed, all);
  if (!board.ok) return refuse("submission-not-fitting", board.error);
  await insertMove(db, { ...mine, workspaceId: id, number: after + 1, personId, at: now });
  return ok({ workspace, lab });
};
