/** One mistake in a policy: where, what is wrong, and what was probably meant. */
export type PolicyFault = {
  readonly path: PolicyPath;
  readonly severity: "error" | "warning";
  readonly says: string;
  readonly meant: string | null;
};

/** Keys and positions from the top of the policy, in the words of the type `Policy`. */
export type PolicyPath = readonly (string | number)[];

export const error = (
  path: PolicyPath,
  says: string,
  meant: string | null = null,
): PolicyFault => ({ path, severity: "error", says, meant });

export const warning = (path: PolicyPath, says: string): PolicyFault => ({
  path,
  severity: "warning",
  says,
  meant: null,
});
