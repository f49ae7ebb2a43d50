import type { PolicyPlan } from "@checkride/api/policy";

const id = "0196f0a0-0000-7000-8000-000000000001";

/** A version as the server shows it; tests name what matters to them. */
export const policyVersion = (parts: Readonly<Record<string, unknown>>) => ({
  version: 8,
  state: "proposed",
  hash: "h",
  note: "why",
  proposedBy: { id, name: "Ada" },
  proposedAt: "2026-05-03T09:30:00.000Z",
  appliedAt: null,
  approvals: [],
  approvalsNeeded: 0,
  approverRoles: ["council"],
  text: "checkride: 1\n",
  ...parts,
});

export const approval = { id, name: "Grace", at: "2026-05-03T10:00:00.000Z", note: "" };

export const policyFault = {
  severity: "error",
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  path: "/gates",
  says: "there is no certificate `saf-us`",
  meant: "safe-use",
} as const;

export const plan: PolicyPlan = {
  baseVersion: 7,
  people: 400,
  affected: 2,
  changes: [
    {
      certificate: "safe-use",
      gate: null,
      title: "Safe use",
      gains: 0,
      loses: 0,
      newlyAsked: 0,
      noLongerAsked: 0,
      otherEnd: 0,
    },
    {
      certificate: null,
      gate: "deploy/production",
      title: "Deploy",
      gains: 0,
      loses: 2,
      newlyAsked: 0,
      noLongerAsked: 0,
      otherEnd: 1,
    },
  ],
  modes: [
    {
      gate: "deploy/production",
      title: "Deploy",
      before: { mode: "warn", turns: [] },
      after: { mode: "warn", turns: [{ to: "enforce", at: "2027-03-01T00:00:00.000Z" }] },
      denied: 23,
    },
  ],
  teams: [{ team: "Payments", affected: 2, gains: 0, loses: 2 }],
  named: [
    {
      person: id,
      name: "Lin Okafor",
      team: "Payments",
      changes: [
        {
          what: "gate",
          id: "deploy/production",
          title: "Deploy",
          effect: "loses",
          from: "allow",
          to: "deny",
          when: "2026-05-03T09:30:00.000Z",
        },
      ],
    },
  ],
  faults: [],
};
