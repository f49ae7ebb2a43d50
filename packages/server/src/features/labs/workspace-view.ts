import type { LabWorkspace } from "@checkride/api/labs";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import type { MadeMove } from "@checkride/rules/labs/board";
import type { Database } from "../../platform/database.ts";
import { type Attempt, readAttempts } from "./attempt-store.ts";
import { attemptView } from "./attempt-view.ts";
import { boardSeenBy } from "./board-seen-by.ts";
import type { LabDeps } from "./deps.ts";
import type { Mine } from "./find-lab.ts";
import { type Mover, readLeaders, readMovers, readMoves } from "./move-store.ts";
import { solutionRule } from "./solution-rule.ts";
import type { Workspace } from "./workspace-store.ts";

/** As its members call it: who has done their part is done, whatever the partner has still to do. */
export const stateOf = ({
  state,
  passedAt,
  isOpen,
}: {
  readonly state: Workspace["state"];
  readonly passedAt: Date | null;
  readonly isOpen: boolean;
}): LabWorkspace["state"] => {
  if (passedAt !== null) return "done";
  // A partner passed, and there is nothing left in which this person could take part.
  if (state === "passed" && !isOpen) return "not-passed";
  return state === "passed" ? "verdict-passed" : state;
};

const filesOf = (open: OpenLab, { seed, draft }: Workspace): LabWorkspace["files"] =>
  open.begin(seed).files.map(({ path, text: start, mayEdit }) => {
    const written = mayEdit ? draft.find((file) => file.path === path)?.text : undefined;
    return { path, text: written ?? start, start, mayEdit };
  });

const hintsOf = ({ lab }: OpenLab, { hintsOpened }: Workspace): LabWorkspace["hints"] =>
  lab.hints.map(({ price, says }, index) => ({
    number: index + 1,
    price,
    says: index < hintsOpened ? says : null,
  }));

const membersOf = (
  { members, me }: Workspace,
  attempts: readonly Attempt[],
  leaders: readonly string[],
): LabWorkspace["members"] =>
  members.map(({ personId, name }) => ({
    id: personId,
    name,
    isMe: personId === me.personId,
    hasChanged:
      leaders.length > 0
        ? leaders.includes(personId)
        : attempts.some((one) => one.personId === personId && one.hasChanged),
  }));

const inviteOf = ({ joinCode, joinUntil }: Workspace, now: Date): string | null =>
  joinUntil !== null && joinUntil > now ? joinCode : null;

const boardOf = (
  { play }: OpenLab,
  workspace: Workspace,
  moves: readonly MadeMove[],
  movers: readonly Mover[],
): LabWorkspace["board"] => {
  if (play === undefined) return null;
  const board = play.boardAfter(workspace.seed, moves);
  if (!board.ok) throw new Error(`moves that were kept cannot be made: ${board.error}`);
  return boardSeenBy(board.value, workspace, movers);
};

export const showWorkspace = async (
  db: Database,
  deps: LabDeps,
  mine: Mine,
  now: Date,
): Promise<LabWorkspace> => {
  const {
    workspace,
    lab: { open },
  } = mine;
  const attempts = await readAttempts(db, workspace.id);
  const moves = open.play === undefined ? [] : await readMoves(db, workspace.id);
  const movers = open.play === undefined ? [] : await readMovers(db, workspace.id);
  const leaders = open.play === undefined ? [] : await readLeaders(db, workspace.id);
  return {
    id: workspace.id,
    lab: workspace.lab,
    number: workspace.me.number,
    state: stateOf({ ...workspace.me, state: workspace.state }),
    startedAt: workspace.startedAt.toISOString(),
    endedAt: (workspace.me.passedAt ?? workspace.endedAt)?.toISOString() ?? null,
    revision: workspace.revision,
    files: filesOf(open, workspace),
    asked: [...open.begin(workspace.seed).asked],
    board: boardOf(open, workspace, moves, movers),
    moves: moves.length,
    hints: hintsOf(open, workspace),
    attempts: attempts.map((one) => attemptView(one, deps.grader.live.of(one.id))),
    members: membersOf(workspace, attempts, leaders),
    joinCode: inviteOf(workspace, now),
    solution: await solutionRule(db, mine, now),
  };
};
