import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { LabDeps } from "./deps.ts";

const limits = {
  run: { most: 30, seconds: 60, says: "Code can be run 30 times a minute." },
  submit: { most: 60, seconds: 60, says: "Attempts can be handed in 60 times a minute." },
  join: { most: 10, seconds: 600, says: "A code can be tried 10 times in ten minutes." },
} as const;

type Who = { readonly personId: string; readonly now: Date };

/** Running code is costly, and a code is short: whoever does more of it than a person can is asked to wait. */
export const limited = async (
  { countOne }: Pick<LabDeps, "countOne">,
  what: keyof typeof limits,
  { personId, now }: Who,
): Promise<Result<null, Refusal>> => {
  const { most, seconds, says } = limits[what];
  const ends = new Date(now.getTime() + seconds * 1000);
  const { count, windowEndsAt } = await countOne(`lab-${what}:${personId}`, now, ends);
  if (count <= most) return ok(null);
  const left = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000));
  return refuse("too-many-tries", says, {
    wayOut: `Wait ${left} s; nothing you wrote is lost.`,
    retryAfterSeconds: left,
  });
};
