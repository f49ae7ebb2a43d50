export const standingStates = ["none", "underway", "current", "due", "lapsed", "exempt"] as const;
export type StandingState = (typeof standingStates)[number];

/**
 * Where one person stands toward one certificate. It holds no value that drifts with the clock ("in 82
 * days"): between `now` and `changesAt` it stays the same to the letter.
 */
export type Standing = {
  readonly certificate: string;
  readonly title: string;
  readonly state: StandingState;
  /** Asked of this person by the policy (through at least one audience). */
  readonly required: boolean;
  readonly audiences: readonly string[];
  /** Does it open gates: current, due or exempt. */
  readonly holds: boolean;
  readonly validUntil: string | null;
  /** When it ceases to open gates if nothing is done: the end plus grace, or the end of an exemption. */
  readonly holdsUntil: string | null;
  /** For a certificate that is asked and not yet earned. */
  readonly dueBy: string | null;
  readonly overdue: boolean;
  readonly progress: { readonly done: number; readonly of: number };
  readonly because: readonly Because[];
  readonly remedy: readonly Remedy[];
  /** The moment at which time alone changes any of the above; null: never. */
  readonly changesAt: string | null;
};

export type Because = {
  readonly code:
    | "met"
    | "missing"
    | "below-pass-mark"
    | "expired"
    | "reopened"
    | "revoked"
    | "older-version"
    | "exempt"
    | "inactive"
    | "not-asked";
  /** A sentence a person understands. */
  readonly says: string;
  readonly ask: string | null;
  readonly evidence: readonly string[];
  readonly until: string | null;
};

/** One thing to do next; the list is the shortest way to `current`. */
export type Remedy = {
  readonly kind: "activity" | "sign-off" | "evidence" | "certificate";
  readonly ref: string;
  readonly title: string;
  readonly minutes: number | null;
  /** When it helps only from a moment on (too early refreshes are no help), else null. */
  readonly from: string | null;
};
