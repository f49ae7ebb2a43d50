import { standingStates } from "@checkride/rules/standing";
import { z } from "zod";
import { gateMode, gateTurn } from "./gates.ts";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const policyFault = z.object({
  severity: z.enum(["error", "warning"]),
  line: z.number().int(),
  column: z.number().int(),
  endLine: z.number().int(),
  endColumn: z.number().int(),
  path: z.string(),
  says: z.string(),
  /** What was most likely meant, where that can be told. */
  meant: z.string().nullable(),
});
export type PolicyFault = z.infer<typeof policyFault>;

const policyText = z.string().max(1_048_576);

const versionSummary = z.object({
  version: z.number().int(),
  state: z.enum(["proposed", "in-force", "superseded", "withdrawn"]),
  hash: z.string(),
  note: z.string(),
  proposedBy: z.object({ id: uuid.nullable(), name: z.string() }),
  proposedAt: instant,
  appliedAt: instant.nullable(),
  approvals: z.array(
    z.object({ id: uuid.nullable(), name: z.string(), at: instant, note: z.string() }),
  ),
  approvalsNeeded: z.number().int(),
  /** Whose roles count as approval, under the policy in force. */
  approverRoles: z.array(z.string()),
});
export type PolicyVersionSummary = z.infer<typeof versionSummary>;

const versionFull = versionSummary.extend({ text: z.string() });

const change = z.object({
  certificate: z.string().nullable(),
  gate: z.string().nullable(),
  title: z.string(),
  gains: z.number().int(),
  loses: z.number().int(),
  newlyAsked: z.number().int(),
  noLongerAsked: z.number().int(),
  /** People who keep it now and would lose it at another time than before. */
  otherEnd: z.number().int(),
});

const gateModes = z.object({ mode: gateMode, turns: z.array(gateTurn) });

export const policyPlan = z.object({
  baseVersion: z.number().int().nullable(),
  people: z.number().int(),
  affected: z.number().int(),
  changes: z.array(change),
  teams: z.array(
    z.object({
      team: z.string().nullable(),
      affected: z.number().int(),
      gains: z.number().int(),
      loses: z.number().int(),
    }),
  ),
  /** Gates that say or stop something at another time than before, and whom they keep out. */
  modes: z.array(
    z.object({
      gate: z.string(),
      title: z.string(),
      before: gateModes.nullable(),
      after: gateModes.nullable(),
      denied: z.number().int(),
    }),
  ),
  /** Only for those who may see names; null for others. At most 500 people; `affected` counts all. */
  named: z
    .array(
      z.object({
        person: uuid,
        name: z.string(),
        team: z.string().nullable(),
        changes: z.array(
          z.object({
            what: z.enum(["certificate", "gate"]),
            id: z.string(),
            title: z.string(),
            effect: z.enum(["gains", "loses", "newly-asked", "no-longer-asked", "state-changes"]),
            from: z.union([z.enum(standingStates), z.enum(["allow", "deny", "absent"])]),
            to: z.union([z.enum(standingStates), z.enum(["allow", "deny", "absent"])]),
            when: instant,
          }),
        ),
      }),
    )
    .nullable(),
  faults: z.array(policyFault),
});
export type PolicyPlan = z.infer<typeof policyPlan>;

const versionParam = z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647) });

const diffLine = z.object({
  kind: z.enum(["same", "added", "removed"]),
  before: z.number().int().nullable(),
  after: z.number().int().nullable(),
  text: z.string(),
});

export const policyOperations = {
  "GET /api/policy": operation({
    summary: "Show the policy in force and any open proposal",
    access: "policy:read",
    answer: z.object({
      inForce: versionFull.nullable(),
      proposals: z.array(versionFull),
      builtIn: z.string(),
    }),
  }),
  "GET /api/policy/versions": operation({
    summary: "List all versions of the policy, newest first",
    access: "policy:read",
    answer: z.object({ versions: z.array(versionSummary) }),
  }),
  "GET /api/policy/versions/{version}": operation({
    summary: "Show one version, with its differences from the one before it or from another",
    access: "policy:read",
    params: versionParam,
    query: z.object({ against: z.coerce.number().int().min(1).max(2_147_483_647).optional() }),
    answer: versionFull.extend({
      against: z.number().int().nullable(),
      difference: z.array(diffLine),
    }),
    problems: ["not-found"],
  }),
  "POST /api/policy/check": operation({
    summary: "Read a policy and point at every mistake",
    access: "policy:read",
    body: z.strictObject({ text: policyText }),
    answer: z.object({ faults: z.array(policyFault) }),
  }),
  "POST /api/policy/plan": operation({
    summary: "Say who would gain or lose what, and when, if this policy came into force now",
    access: "policy:plan",
    body: z.strictObject({ text: policyText }),
    answer: policyPlan,
    problems: ["policy-has-faults"],
  }),
  "POST /api/policy/proposals": operation({
    summary: "Propose a policy; it comes into force when it is applied",
    access: "policy:propose",
    repeatable: true,
    body: z.strictObject({ text: policyText, note: z.string().trim().max(2000) }),
    answer: versionFull,
    problems: ["policy-has-faults"],
  }),
  "POST /api/policy/proposals/{version}/approve": operation({
    summary: "Approve a proposal",
    access: "policy:approve",
    params: versionParam,
    body: z.strictObject({ note: z.string().trim().max(2000).default("") }),
    answer: versionFull,
    problems: ["not-found", "proposal-closed", "own-proposal"],
  }),
  "POST /api/policy/proposals/{version}/withdraw": operation({
    summary: "Withdraw a proposal",
    access: "policy:propose",
    params: versionParam,
    answer: versionFull,
    problems: ["not-found", "proposal-closed"],
  }),
  "POST /api/policy/proposals/{version}/apply": operation({
    summary: "Bring an approved proposal into force; a second call changes nothing more",
    access: "policy:propose",
    params: versionParam,
    answer: versionFull,
    problems: ["not-found", "proposal-closed", "approvals-missing", "conflict"],
  }),
};
