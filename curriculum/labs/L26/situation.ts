import type { Choice } from "@checkride/range/kit/answered-lab";

/** Names that make each person's situations their own. */
export type Details = {
  readonly who: string;
  readonly service: string;
  readonly partner: string;
  readonly file: string;
};

export type Variant = {
  readonly text: string;
  readonly verdict: "safe" | "unsafe";
  /** Secrets or personal data would leave: to be recognised without exception. */
  readonly isGrave?: true;
  /** The tool named is one that the organisation has approved. */
  readonly isApproved: boolean;
  /** The reason that holds, then three that do not. */
  readonly reasons: readonly [right: string, ...wrong: readonly [string, string, string]];
  readonly review: string;
};

/** One situation in one form or in two that differ in what matters. */
export type Situation = {
  readonly id: string;
  readonly forms: (details: Details) => readonly [Variant, ...Variant[]];
};

export type Card = Omit<Variant, "reasons"> & {
  readonly id: string;
  readonly reason: string;
  readonly reasons: readonly Choice[];
};
