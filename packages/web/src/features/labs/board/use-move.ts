import type { LabWorkspace } from "@checkride/api/labs";
import type { Problem } from "@checkride/api/problems";
import type { MadeMove } from "@checkride/rules/labs/board";
import { useAct } from "../../../shell/query.ts";
import { askAgain, keepWorkspace } from "../lab-cache.ts";

export type MoveDesk = {
  /** The workspace after it; null: it was not made, and `problem` says why. */
  readonly make: (move: MadeMove) => Promise<LabWorkspace | null>;
  readonly isPending: boolean;
  readonly problem: Problem | null;
};

/** With the number of moves before it, so that one that is sent twice is made once. */
export const useMove = ({ id, moves }: LabWorkspace): MoveDesk => {
  const { act, isPending, problem } = useAct("POST /api/lab-workspaces/{workspace}/moves");
  const make = async ({ move, answers }: MadeMove): Promise<LabWorkspace | null> => {
    const made = await act({ params: { workspace: id }, body: { after: moves, move, answers } });
    if (!made.ok) {
      // A partner may have made a move meanwhile: what lies here is old then.
      askAgain();
      return null;
    }
    keepWorkspace(made.value);
    return made.value;
  };
  return { make, isPending, problem };
};
