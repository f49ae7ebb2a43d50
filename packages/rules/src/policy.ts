import type { Role, Tier } from "./person.ts";

/** The programme as one file, already parsed: every reference in it is known to resolve. */
export type Policy = {
  readonly name: string;
  readonly audiences: Readonly<Record<string, Audience>>;
  readonly certificates: Readonly<Record<string, CertificateRule>>;
  readonly gates: Readonly<Record<string, GateRule>>;
  readonly exemptions: readonly Exemption[];
  readonly approvals: Approvals;
  /** Who must agree before a change of the content comes into force; not written: it does so at once. */
  readonly content?: Approvals;
};

export type Audience = {
  readonly title: string;
  /** Shown to the person as "why you", for example "all technical staff". */
  readonly because: string;
  readonly who: Condition;
};

export type Condition =
  | { readonly kind: "everyone" }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "audience"; readonly audience: string }
  | { readonly kind: "team"; readonly in: readonly string[] }
  | { readonly kind: "job"; readonly in: readonly string[] }
  | { readonly kind: "role"; readonly in: readonly Role[] }
  | { readonly kind: "tier"; readonly in: readonly Tier[] }
  | { readonly kind: "attribute"; readonly name: string; readonly in: readonly string[] };

export type CertificateRule = {
  readonly title: string;
  readonly track: string | null;
  readonly for: readonly string[];
  readonly asks: readonly Ask[];
  /** How long a pass counts before it must be refreshed (months). */
  readonly refreshMonths: number;
  /** How long a pass counts at most, refreshed or not (months, at most 24). */
  readonly validMonths: number;
  /** What extends a pass from one refresh to the next; empty: only the asks themselves. */
  readonly refreshAsks: readonly Ask[];
  /** Before the end by so many days the standing is `due`. */
  readonly noticeDays: number;
  /** After the end by so many days it still holds, as `due`. */
  readonly graceDays: number;
  /** Days from being asked (start of work or `requiredFrom`) until a missing certificate is overdue; null: never. */
  readonly firstDueDays: number | null;
  readonly requiredFrom: string | null;
  /** Evidence that makes earlier passes of named activities count no longer. */
  readonly reopen: readonly ReopenRule[];
};

export type Ask =
  | {
      readonly kind: "activity";
      /** `lab/L17`, `quiz/t1`, `lesson/m01-1`, … */
      readonly activity: string;
      readonly title: string | null;
      readonly passMark: number | null;
      readonly since: string | null;
      readonly minutes: number | null;
    }
  | {
      readonly kind: "signOff";
      readonly document: string;
      readonly title: string | null;
      readonly version: number | null;
      readonly since: string | null;
      /** Since when which version is in force; not written in the policy, see `with-editions.ts`. */
      readonly editions?: readonly Edition[];
    }
  | {
      readonly kind: "evidence";
      readonly evidence: string;
      readonly title: string | null;
      readonly where: Readonly<Record<string, string>>;
      readonly since: string | null;
    }
  | {
      readonly kind: "certificate";
      readonly certificate: string;
    }
  | {
      readonly kind: "some";
      readonly count: number;
      readonly title: string | null;
      readonly of: readonly Ask[];
    };

export type Edition = { readonly version: number; readonly from: string };

export type ReopenRule = {
  readonly evidence: string;
  readonly where: Readonly<Record<string, string>>;
  /** So many within `withinDays` re-open it. */
  readonly count: number;
  readonly withinDays: number;
  readonly activities: readonly string[];
  readonly because: string;
};

export const gateModes = ["observe", "warn", "enforce"] as const;
export type GateMode = (typeof gateModes)[number];

export type GateRule = {
  readonly title: string;
  readonly mode: GateMode;
  /** Every one of these certificates must be held. */
  readonly asks: readonly string[];
  /** Who may pass at all; null: everyone with the certificates. */
  readonly for: readonly string[] | null;
  /** From these moments on it has another mode, in order of time. */
  readonly turns?: readonly GateTurn[];
  /** How old an answer may be; not written: see `offlineOf`. */
  readonly offline?: OfflineRule;
  /** Who may open it by hand, two of them together; not written: nobody. */
  readonly breakGlass?: BreakGlass;
  /** What a change means whose author's account belongs to nobody known; not written: `deny`. */
  readonly unlinked?: UnlinkedRule;
};

export type GateTurn = { readonly to: GateMode; readonly at: string };

export const gateOutcomes = ["allow", "deny"] as const;
export type GateOutcome = (typeof gateOutcomes)[number];

export type OfflineRule = {
  readonly maxAgeMinutes: number;
  /** What holds where no answer is young enough. */
  readonly otherwise: GateOutcome;
};

export type BreakGlass = {
  readonly roles: readonly Role[];
  readonly longestMinutes: number;
};

export const unlinkedRules = ["deny", "report"] as const;
export type UnlinkedRule = (typeof unlinkedRules)[number];

export type Exemption = {
  readonly person: string;
  readonly certificate: string;
  readonly reason: string;
  readonly approver: string;
  readonly from: string | null;
  readonly until: string;
};

/** Who must agree, and how many: before a new policy comes into force, besides the one who proposes it. */
export type Approvals = {
  readonly count: number;
  readonly roles: readonly Role[];
};
