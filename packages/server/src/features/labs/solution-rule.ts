import type { LabWorkspace } from "@checkride/api/labs";
import type { Attempt } from "./attempt-store.ts";
import type { Workspace } from "./workspace-store.ts";

const attemptsFirst = 3;
const minutesFirst = 20;

/** When the model solution may be opened by somebody who has not passed. */
export const solutionRule = (
  {
    state,
    startedAt,
    solutionOpenedAt,
  }: Pick<Workspace, "state" | "startedAt" | "solutionOpenedAt">,
  attempts: readonly Attempt[],
  now: Date,
): LabWorkspace["solution"] => {
  const from = new Date(startedAt.getTime() + minutesFirst * 60_000);
  const honestAttemptsLeft = Math.max(
    0,
    attemptsFirst - attempts.filter(({ isHonest }) => isHonest === true).length,
  );
  const isOpen = state === "passed" || solutionOpenedAt !== null;
  const isEarned = state === "open" && honestAttemptsLeft === 0 && from <= now;
  return {
    mayOpen: isOpen || isEarned,
    honestAttemptsLeft: isOpen ? 0 : honestAttemptsLeft,
    from: isOpen || from <= now ? null : from.toISOString(),
  };
};
