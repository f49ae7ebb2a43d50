import type { GateMode } from "./policy.ts";
import type { Remedy } from "./standing.ts";

export type Decision = {
  readonly gate: string;
  readonly outcome: "allow" | "deny";
  /** False in the modes observe and warn: the outcome is then said, not acted on. */
  readonly enforced: boolean;
  readonly mode: GateMode;
  readonly reasons: readonly DecisionReason[];
  readonly evidence: readonly string[];
  readonly remedy: readonly Remedy[];
  /** The answer holds until this moment unless new evidence or a new policy comes; null: no end. */
  readonly changesAt: string | null;
};

export type DecisionReason = {
  readonly code: "holds" | "lacks" | "inactive" | "not-invited";
  readonly certificate: string | null;
  readonly says: string;
};
