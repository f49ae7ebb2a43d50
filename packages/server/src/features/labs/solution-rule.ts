import type { LabWorkspace } from "@checkride/api/labs";
import type { Database } from "../../platform/database.ts";
import type { Mine } from "./find-lab.ts";
import { readTrials } from "./trial-store.ts";

const attemptsFirst = 3;
const minutesFirst = 20;

/** When the model solution may be opened by somebody who has not passed: after trying, honestly and for some time. */
export const solutionRule = async (
  db: Database,
  { workspace, lab: { open } }: Mine,
  now: Date,
): Promise<LabWorkspace["solution"]> => {
  const { id, lab, state, solutionOpenedAt, me } = workspace;
  if (state === "passed" || solutionOpenedAt !== null) {
    return { mayOpen: true, honestAttemptsLeft: 0, from: null };
  }
  const workspaceId = open.variants === "once" ? null : id;
  const { honest, since } = await readTrials(db, { lab, personId: me.personId, workspaceId });
  const from = new Date(since.getTime() + minutesFirst * 60_000);
  const honestAttemptsLeft = Math.max(0, attemptsFirst - honest);
  return {
    mayOpen: state === "open" && honestAttemptsLeft === 0 && from <= now,
    honestAttemptsLeft,
    from: from <= now ? null : from.toISOString(),
  };
};
