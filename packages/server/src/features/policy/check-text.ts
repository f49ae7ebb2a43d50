import { createHash } from "node:crypto";
import type { PolicyFault } from "@checkride/api/policy";
import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { Fault } from "@checkride/curriculum-reader/fault";
import { readPolicy } from "@checkride/curriculum-reader/read-policy";
import type { Policy } from "@checkride/rules/policy";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";

export const faultView = (fault: Fault): PolicyFault => ({
  severity: fault.severity,
  line: fault.line,
  column: fault.column,
  endLine: fault.endLine,
  endColumn: fault.endColumn,
  path: fault.path.join("."),
  says: fault.says,
  meant: fault.meant,
});

export const hashText = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The policy with its warnings, or a refusal that names every fault with its place in the text. */
export const readOrRefuse = (
  text: string,
  catalogue: Catalogue,
  now: Date,
): Result<{ readonly policy: Policy; readonly faults: readonly PolicyFault[] }, Refusal> => {
  const { policy, faults } = readPolicy(text, catalogue, now.toISOString());
  if (policy) return ok({ policy, faults: faults.map(faultView) });
  const errors = faults.filter((fault) => fault.severity === "error");
  return refuse("policy-has-faults", `The policy has ${errors.length} faults.`, {
    faults: errors.map((fault) => ({
      in: `line ${fault.line}, column ${fault.column}`,
      says: fault.meant ? `${fault.says} (meant: ${fault.meant})` : fault.says,
    })),
  });
};
