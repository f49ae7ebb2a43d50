/** Every exit code there is; help, guide and tests read this one table. */
export const exits = {
  ok: { code: 0, says: "done, or the answer is yes" },
  negative: {
    code: 1,
    says: "the answer is no: a gate is closed, faults found, verification or a check failed",
  },
  usage: { code: 2, says: "the command line, a file or the environment is not as it must be" },
  "not-reached": {
    code: 3,
    says: "the server or its database does not answer, and nothing that is kept answers for it",
  },
  "not-permitted": { code: 4, says: "no token, a wrong one, or one without the right" },
  conflict: { code: 5, says: "approvals are missing, or somebody changed it meanwhile" },
  unproven: {
    code: 6,
    says: "in order as far as it goes, but not proved: a key or a list of revocations is missing",
  },
  bug: { code: 70, says: "a fault in Checkride itself" },
} as const;

export type Exit = keyof typeof exits;
