import type { LabWorkspace } from "@checkride/api/labs";

type Standing = Pick<LabWorkspace, "state" | "members" | "board">;

/**
 * Whether something can be changed and handed in. In a pair also after the first attempt that holds: each of the two
 * has to hand in a change, and the other may have been faster.
 */
export const mayWork = ({ state, members, board }: Standing): boolean =>
  state === "open" || (state === "verdict-passed" && members.length > 1 && board === null);

/** A partner's attempt holds, and this person has not handed in a change yet. */
export const owesChange = (workspace: Standing): boolean =>
  workspace.state === "verdict-passed" &&
  mayWork(workspace) &&
  workspace.members.some(({ isMe, hasChanged }) => isMe && !hasChanged);
