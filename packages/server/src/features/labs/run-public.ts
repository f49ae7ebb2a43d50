import type { LabPublicRun } from "@checkride/api/labs";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import { runView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import type { Mine } from "./find-lab.ts";
import { limited } from "./limits.ts";
import { fitting } from "./save-draft.ts";

export type RunAsk = {
  readonly files: readonly StoredFile[];
  readonly personId: string;
  readonly now: Date;
};

/** Shows what the public cases say. Nothing of it is kept: it is no attempt. */
export const runPublic = async (
  deps: LabDeps,
  { workspace, lab: { open } }: Mine,
  ask: RunAsk,
): Promise<Result<LabPublicRun, Refusal>> => {
  const fits = fitting(open, workspace.seed, ask.files);
  if (!fits.ok) return fits;
  const within = await limited(deps, "run", ask);
  if (!within.ok) return within;
  const seed = `${workspace.seed} run`;
  const answer = await open.grade(deps.range, ask.files, seed, { person: ask.personId });
  if (answer.outcome === "refused") return refuse("submission-not-fitting", answer.says);
  if (answer.outcome === "error") {
    return refuse("range-away", answer.says, { wayOut: "Run it again in a moment." });
  }
  return ok(runView(answer.graded.verdict, answer.graded.tookMs));
};
