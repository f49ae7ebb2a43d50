import type { EvidenceFact } from "./evidence.ts";
import type { PersonFacts } from "./person.ts";
import type { Ask, CertificateRule, Policy } from "./policy.ts";

/** Builders for tests: each test states only what matters to it. */
export const aPerson = (parts: Partial<PersonFacts> = {}): PersonFacts => ({
  id: "ada",
  active: true,
  startedAt: "2026-01-01T00:00:00.000Z",
  team: "payments",
  job: "developer",
  tier: 2,
  roles: ["learner"],
  attributes: {},
  ...parts,
});

export const lab = (
  activity: string,
  parts: Partial<Extract<Ask, { kind: "activity" }>> = {},
): Ask => ({
  kind: "activity",
  activity,
  title: null,
  passMark: null,
  since: null,
  minutes: null,
  ...parts,
});

export const aRule = (parts: Partial<CertificateRule> = {}): CertificateRule => ({
  title: "Safe use",
  track: null,
  for: ["all"],
  asks: [lab("lab/L17")],
  refreshMonths: 12,
  validMonths: 24,
  refreshAsks: [],
  noticeDays: 60,
  graceDays: 14,
  firstDueDays: 30,
  requiredFrom: null,
  reopen: [],
  ...parts,
});

export const aPolicy = (
  certificates: Readonly<Record<string, CertificateRule>> = { safe: aRule() },
  parts: Partial<Policy> = {},
): Policy => ({
  name: "Programme",
  audiences: { all: { title: "Everyone", because: "everyone", who: { kind: "everyone" } } },
  certificates,
  gates: {
    deploy: { title: "Deploy", mode: "enforce", asks: Object.keys(certificates), for: null },
  },
  exemptions: [],
  approvals: { count: 0, roles: [] },
  ...parts,
});

export const fact = (
  kind: string,
  at: string,
  body: EvidenceFact["body"] = {},
  id = `${kind} ${at} ${JSON.stringify(body)}`,
): EvidenceFact => ({ id, at: `${at}T00:00:00.000Z`, kind, body });

export const passed = (activity: string, at: string, score?: number): EvidenceFact =>
  fact("activity.passed", at, score === undefined ? { activity } : { activity, score });
