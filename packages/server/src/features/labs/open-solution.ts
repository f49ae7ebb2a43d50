import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { readAttempts } from "./attempt-store.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { solutionRule } from "./solution-rule.ts";
import { closeWorkspace, lockWorkspace, updateWorkspace } from "./workspace-store.ts";

const tooSoon = (honestAttemptsLeft: number, from: string | null, now: Date) => {
  const attempts = honestAttemptsLeft > 0 ? `${honestAttemptsLeft} more attempts that differ` : "";
  const time = from === null ? "" : `the time until ${from}`;
  const says = [attempts, time].filter((part) => part !== "").join(" and ");
  const seconds = from === null ? 0 : (Date.parse(from) - now.getTime()) / 1000;
  return refuse("too-soon", `The model solution opens after ${says}.`, {
    wayOut: "Try once more, or open a hint.",
    retryAfterSeconds: Math.max(1, Math.ceil(seconds)),
  });
};

/** Before a pass it ends the workspace: what is known cannot be found out any more. */
export const openSolution = async (
  db: Database,
  { workspace: { id, me }, lab }: Mine,
  now: Date,
): Promise<Result<Mine, Refusal>> => {
  const workspace = await lockWorkspace(db, id, me.personId);
  if (workspace === null) return notThere();
  if (workspace.state === "passed" || workspace.solutionOpenedAt !== null) {
    return ok({ workspace, lab });
  }
  if (workspace.state !== "open") return refuse("conflict", "This workspace is over.");
  const attempts = await readAttempts(db, id);
  if (attempts.some(({ state }) => state !== "graded" && state !== "not-graded")) {
    return refuse("conflict", "An attempt is not decided yet.", { wayOut: "Wait for it." });
  }
  const { mayOpen, honestAttemptsLeft, from } = await solutionRule(db, { workspace, lab }, now);
  if (!mayOpen) return tooSoon(honestAttemptsLeft, from, now);
  const change = { state: "given-up" as const, endedAt: now, solutionOpenedAt: now };
  await updateWorkspace(db, id, change);
  await closeWorkspace(db, id);
  const closed = { ...workspace, ...change, me: { ...workspace.me, isOpen: false } };
  return ok({ workspace: closed, lab });
};
