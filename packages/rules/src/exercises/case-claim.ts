import type { Json } from "../exercise.ts";

/**
 * What came out of the sandbox for one case. A claim, never a verdict: only `returned` can be right, and whether it is
 * right is decided by comparing `value` with what the server alone knows.
 */
export type CaseClaim =
  | { readonly status: "returned"; readonly value: Json }
  | { readonly status: FailedCase; readonly says: string };

export type FailedCase = "threw" | "timeout" | "memory" | "crashed" | "protocol" | "not-run";
