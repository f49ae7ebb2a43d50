import type { Board, BoardEntry } from "@checkride/rules/labs/board";
import type { Mover } from "./move-store.ts";
import type { Workspace } from "./workspace-store.ts";

const own = "You";
const erased = "Erased person";

/** Where two lead, “You” is whoever looks; what the other one did carries their name. */
export const boardSeenBy = (
  board: Board,
  { me, members }: Pick<Workspace, "me" | "members">,
  movers: readonly Mover[],
): Board => {
  const nameOf = (personId: string | null): string =>
    personId === me.personId
      ? own
      : (members.find((member) => member.personId === personId)?.name ?? erased);
  // Each move has one entry of its own, in their order; what came of it may speak as “You” too.
  const made = board.entries.filter(({ kind }) => kind === "move");
  const moverOf = (entry: BoardEntry): Mover | undefined =>
    entry.kind === "move"
      ? movers[made.indexOf(entry)]
      : movers.find(({ move }) => move === entry.move);
  const entries = board.entries.map((entry) => {
    const mover = entry.from === own ? moverOf(entry) : undefined;
    return mover === undefined ? entry : { ...entry, from: nameOf(mover.personId) };
  });
  return { ...board, entries };
};
