import type { LabPublicRun } from "@checkride/api/labs";
import type { Shown } from "@checkride/range/labs/open-lab";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";
import { checkView, runView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import type { Mine } from "./find-lab.ts";
import { limited } from "./limits.ts";
import { fitting } from "./save-draft.ts";

export type RunAsk = {
  readonly files: readonly StoredFile[];
  readonly personId: string;
  readonly now: Date;
};

const shownView = ({ text, checks, load }: Shown): LabPublicRun => ({
  cases: [],
  shows: text,
  checks: checks.map(checkView),
  load,
  logs: "",
  limitsHit: [],
  tookMs: 0,
});

const brokenLab = (says: string) =>
  refuse("range-away", says, { wayOut: "Tell an owner; another way of writing them may do." });

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
  if (open.shows !== undefined) {
    const shown = open.shows(ask.files, workspace.seed);
    return shown.ok ? ok(shownView(shown.value)) : brokenLab(shown.error);
  }
  if (open.tryOut === undefined) {
    return refuse("submission-not-fitting", "There is nothing to run in this lab.", {
      wayOut: "Answer what is asked, and submit.",
    });
  }
  const seed = `${workspace.seed} run`;
  const answer = await open.tryOut(deps.range, ask.files, seed, { person: ask.personId });
  if (answer.outcome === "refused") return refuse("submission-not-fitting", answer.says);
  if (answer.outcome === "error") {
    return refuse("range-away", answer.says, { wayOut: "Run it again in a moment." });
  }
  return ok(runView(answer.graded.verdict, answer.graded.tookMs));
};
