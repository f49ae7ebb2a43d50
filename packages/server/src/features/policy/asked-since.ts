import type { Policy } from "@checkride/rules/policy";

/**
 * Nobody is late for what was not asked yet. Where the file names no day (`requiredFrom`), a certificate is
 * asked from the day on which the first policy that has it came into force, however long somebody has been
 * with the organisation.
 */
export const withAskedSince = (policy: Policy, before: Policy | null, now: Date): Policy => ({
  ...policy,
  certificates: Object.fromEntries(
    Object.entries(policy.certificates).map(([id, rule]) => [
      id,
      {
        ...rule,
        requiredFrom:
          rule.requiredFrom ?? before?.certificates[id]?.requiredFrom ?? now.toISOString(),
      },
    ]),
  ),
});
