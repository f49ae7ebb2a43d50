import type { Json } from "@checkride/rules/exercise";
import type { Draw } from "./draw.ts";
import type { HostCall, HostFunction } from "./submission.ts";

/**
 * What `checks.ts` of a lab exports: sentences, and for each the cases that prove it. It runs in the server, never where
 * learner code runs, and reads no learner code.
 */
export type Check = {
  /** Unique inside its lab: `foreign-order`. */
  readonly id: string;
  /** Both halves must hold: what worked still works, and the attacks are stopped. */
  readonly half: "works" | "attacks";
  /** What a learner reads: "a foreign customer's order is refused". */
  readonly says: string;
  /** Why it matters, or what kind of mistake it finds; read when it does not hold. Names no hidden input. */
  readonly why: string;
  /** Cases for one attempt. They follow from the draw alone. */
  readonly cases: (draw: Draw) => readonly CheckCase[];
};

export type CheckCase = {
  readonly args: readonly Json[];
  /** Exactly this is right. A function decides where several answers are right or effects count. */
  readonly wants: Json | ((claimed: Claimed) => boolean);
  /** A public case is shown with its input, its result and what it printed. */
  readonly isPublic?: boolean;
  /** What `host.call` answers in this case. */
  readonly host?: HostFunction;
};

export type Claimed = { readonly value: Json; readonly hostCalls: readonly HostCall[] };
