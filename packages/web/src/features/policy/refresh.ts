/** What a new proposal, an approval or another policy in force makes stale. */
export const refreshAfterPolicy = [
  "GET /api/policy",
  "GET /api/people",
  "GET /api/standing",
  "GET /api/gates",
  "GET /api/evidence",
  "GET /api/ledger",
] as const;
