import type { Order, RunCommand } from "../command.ts";
import { explainPolicyProblem } from "../explain-policy-problem.ts";
import { faultCount, faultLines } from "../fault-lines.ts";
import { done } from "../outcome.ts";
import { planLines } from "../plan-lines.ts";
import { policyBytesMax } from "../policy-bytes.ts";
import { reachServer } from "../reach-server.ts";
import { readTextFile } from "../read-text-file.ts";
import type { Shell } from "../shell.ts";

export const policyPlan: RunCommand = async (order: Order, shell: Shell) => {
  const [file = ""] = order.positionals;
  const text = await readTextFile(file, policyBytesMax);
  if (!text.ok) return text.error;
  const server = await reachServer(order, shell);
  if (!server.ok) return server.error;
  const answer = await server.value.client("POST /api/policy/plan", { body: { text: text.value } });
  if (!answer.ok) {
    return explainPolicyProblem(answer.problem, { file, text: text.value }, server.value, shell);
  }
  const plan = answer.value;
  const warnings = faultLines(file, plan.faults, shell.paint);
  const lines = planLines(plan, shell.paint);
  return done(
    warnings.length > 0 ? [...lines, "", `${faultCount(plan.faults)}:`, ...warnings] : lines,
    { plan },
  );
};
