import { type MadeMove, waitingMove } from "@checkride/rules/labs/board";
import type { Database } from "../../platform/database.ts";

/** In the order in which they were made. */
export const readMoves = (db: Database, workspaceId: string): Promise<readonly MadeMove[]> =>
  db
    .selectFrom("labMove")
    .select(["move", "answers"])
    .where("workspaceId", "=", workspaceId)
    .orderBy("number")
    .execute();

/** Null: somebody who is erased. */
export type Mover = { readonly move: string; readonly personId: string | null };

/** Who made each move, in their order. */
export const readMovers = (db: Database, workspaceId: string): Promise<readonly Mover[]> =>
  db
    .selectFrom("labMove")
    .select(["move", "personId"])
    .where("workspaceId", "=", workspaceId)
    .orderBy("number")
    .execute();

/** Who led: each made a move that did something. Where there are no moves, nobody. */
export const readLeaders = async (
  db: Database,
  workspaceId: string,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("labMove")
    .select("personId")
    .distinct()
    .where("workspaceId", "=", workspaceId)
    .where("move", "<>", waitingMove)
    .execute();
  return rows.flatMap(({ personId }) => personId ?? []);
};

export type NewMove = MadeMove & {
  readonly workspaceId: string;
  readonly number: number;
  readonly personId: string;
  readonly at: Date;
};

export const insertMove = async (tx: Database, move: NewMove): Promise<void> => {
  await tx
    .insertInto("labMove")
    .values({ ...move, answers: JSON.stringify(move.answers) })
    .execute();
};
