import type { GateMode, GateOutcome, GateTurn } from "./policy.ts";
import type { Remedy } from "./standing.ts";

export type Decision = {
  readonly gate: string;
  readonly outcome: GateOutcome;
  /** False in the modes observe and warn: the outcome is then said, not acted on. */
  readonly enforced: boolean;
  readonly mode: GateMode;
  /** The next change of the mode; null: none is planned. */
  readonly turns: GateTurn | null;
  readonly reasons: readonly DecisionReason[];
  readonly evidence: readonly string[];
  readonly remedy: readonly Remedy[];
  /** What opened it by hand; null: it was not needed. */
  readonly opening: string | null;
  /** The answer holds until this moment unless new evidence or a new policy comes; null: no end. */
  readonly changesAt: string | null;
};

export type DecisionReason = {
  readonly code: "holds" | "lacks" | "inactive" | "not-invited" | "opened";
  readonly certificate: string | null;
  readonly says: string;
};

/** A gate opened by hand for one person, from its approval to its end. */
export type Opening = {
  readonly id: string;
  readonly gate: string;
  readonly person: string;
  readonly from: string;
  readonly until: string;
};
