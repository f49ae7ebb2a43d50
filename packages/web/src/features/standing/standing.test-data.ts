import type { PersonStanding, StandingView } from "@checkride/api/standing";
import type { Gate } from "./standing-facts.ts";
import type { Remedy } from "./words.ts";

export const now = "2026-11-24T09:00:00Z";

export const aStanding = (more: Partial<StandingView> = {}): StandingView => ({
  certificate: "safe-use",
  title: "Safe use of AI tools",
  state: "current",
  required: true,
  whyYou: ["all technical staff"],
  holds: true,
  validUntil: "2027-09-30T00:00:00Z",
  holdsUntil: "2027-10-30T00:00:00Z",
  dueBy: null,
  overdue: false,
  progress: { done: 4, of: 4 },
  because: [],
  remedy: [],
  changesAt: null,
  ...more,
});

export const aRemedy = (more: Partial<Remedy> = {}): Remedy => ({
  kind: "activity",
  ref: "lab/L17",
  title: "Fix the refund agent",
  minutes: 25,
  from: null,
  ...more,
});

/** Asked and not yet earned. */
export const missing = (more: Partial<StandingView> = {}): StandingView =>
  aStanding({
    certificate: "integration",
    title: "Secure AI integration",
    state: "underway",
    holds: false,
    validUntil: null,
    holdsUntil: null,
    dueBy: "2027-01-15T00:00:00Z",
    progress: { done: 5, of: 6 },
    remedy: [aRemedy()],
    ...more,
  });

export const openGate = (more: Partial<Gate> = {}): Gate => ({
  gate: "deploy/production",
  title: "Deploy to production",
  outcome: "allow",
  enforced: true,
  mode: "enforce",
  turns: null,
  opening: null,
  reasons: [{ code: "holds", certificate: "safe-use", says: "Holds Safe use of AI tools." }],
  evidence: [],
  remedy: [],
  changesAt: null,
  ...more,
});

export const closedGate = (more: Partial<Gate> = {}): Gate =>
  openGate({
    gate: "model-keys/production",
    title: "Production model keys",
    outcome: "deny",
    reasons: [
      { code: "lacks", certificate: "integration", says: "Secure AI integration is not earned." },
    ],
    remedy: [aRemedy()],
    ...more,
  });

export const ofPerson = (more: Partial<PersonStanding> = {}): PersonStanding => ({
  person: {
    id: "0198f0c2-0000-7000-8000-000000000001",
    email: "amara@example.org",
    name: "Amara Okafor",
    team: "Payments",
    job: null,
    tier: 2,
    roles: ["learner"],
    attributes: {},
    startedAt: "2024-02-05T00:00:00Z",
    status: "active",
    version: 1,
  },
  at: now,
  policy: { version: 14, appliedAt: "2026-11-02T10:00:00Z" },
  standings: [aStanding()],
  gates: [],
  ...more,
});
