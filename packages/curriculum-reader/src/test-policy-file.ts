import type { Catalogue } from "./catalogue.ts";
import { emptyCatalogue } from "./catalogue.ts";

/** A small sound policy; tests plant one mistake into it. */
export const soundPolicy = `checkride: 1
name: Acme
defaults:
  refresh: 12 months
  validity: 24 months
audiences:
  technical:
    title: Developers
    because: all technical staff
    who:
      any:
        - tier: [1, 2]
        - job: developer
certificates:
  safe-use:
    title: Safe use
    for: [technical]
    asks:
      - lab: L17
      - some:
          count: 1
          of: [{ lab: L01 }, { lab: L27 }]
      - quiz: t1
        passMark: 80%
      - signOff: ai-safety-policy
    reopen:
      - evidence: observation.secret
        count: 2
        within: 30 days
        activities: [lab/L17]
        because: secrets were pasted
gates:
  deploy/production:
    title: Deploy
    mode: enforce
    asks: [safe-use]
exemptions:
  - person: ada
    certificate: safe-use
    reason: on leave
    approver: bob
    until: 2026-12-01
approvals:
  count: 1
  roles: [council]
`;

const activity = (
  ref: string,
): Catalogue["activities"] extends ReadonlyMap<string, infer T> ? [string, T] : never => [
  ref,
  {
    ref,
    kind: ref.startsWith("quiz/") ? "quiz" : "lab",
    title: `Title of ${ref}`,
    minutes: 10,
    module: null,
    tracks: [],
    threats: [],
    installed: false,
  },
];

export const smallCatalogue: Catalogue = {
  ...emptyCatalogue,
  activities: new Map(["lab/L01", "lab/L17", "lab/L27", "quiz/t1"].map(activity)),
  documents: new Map([
    [
      "ai-safety-policy",
      {
        id: "ai-safety-policy",
        title: "AI safety policy",
        version: 1,
        minutes: 8,
        signOff: "I have read it.",
        text: "…",
      },
    ],
  ]),
};

export const testNow = "2026-03-01T00:00:00.000Z";
