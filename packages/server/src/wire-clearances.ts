import type { ClearanceDeps } from "./features/clearances/deps.ts";
import { decideForPipeline } from "./features/forges/decide-for-pipeline.ts";
import type { ForgeDeps } from "./features/forges/deps.ts";

/** A clearance is a decision that is signed: it is asked for on the one way to a decision. */
export const wireClearances = (
  issuer: ClearanceDeps["issuer"],
  forges: ForgeDeps,
): ClearanceDeps => ({
  issuer,
  decide: forges.answerQuestion,
  decideForPipeline: (context, ask) => decideForPipeline(context, forges, ask),
});
