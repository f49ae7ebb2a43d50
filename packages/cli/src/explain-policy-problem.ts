import type { Problem } from "@checkride/api/problems";
import { explainProblem } from "./explain-problem.ts";
import { faultCount, faultLines } from "./fault-lines.ts";
import { answerNo, type Outcome } from "./outcome.ts";
import type { Server } from "./reach-server.ts";
import type { Shell } from "./shell.ts";

type PolicyText = { readonly file: string; readonly text: string };

/** A refused policy is shown with the place of each fault, which only the check answers. */
export const explainPolicyProblem = async (
  problem: Problem,
  { file, text }: PolicyText,
  { client, url }: Server,
  { paint }: Pick<Shell, "paint">,
): Promise<Outcome> => {
  if (problem.code !== "policy-has-faults") return explainProblem(problem, url);
  const checked = await client("POST /api/policy/check", { body: { text } });
  if (!checked.ok) return explainProblem(problem, url);
  const { faults } = checked.value;
  return answerNo([...faultLines(file, faults, paint), `${file}: ${faultCount(faults)}.`], {
    file,
    faults,
  });
};
