import type { Right } from "@checkride/rules/rights";

/** What a token with this right can do, for somebody who decides whether to give it. */
export const scopeWords: Readonly<Record<Right, string>> = {
  "gates:decide": "Ask a gate whether a person may pass. What a pipeline needs.",
  "gates:read": "List the gates and what they ask for.",
  "openings:ask": "Ask that a gate be opened by hand in an emergency.",
  "openings:approve": "Approve, where the policy says so, that a gate is opened by hand.",
  "openings:read": "See which gates are or were opened by hand.",
  "forges:read": "See whose accounts at a forge are linked, and which pipelines are believed.",
  "forges:write": "Link accounts of others, say which forges and pipelines are believed.",
  "hooks:read": "List webhooks and what was sent to them.",
  "hooks:write": "Add, change, test and remove webhooks.",
  "certificates:revoke": "Revoke a certificate, with a reason.",
  "keys:read": "List the keys that sign certificates and clearances.",
  "keys:write": "Sign with new keys from now on.",
  "people:counts": "Count people by team and standing, without names.",
  "people:read": "Read people, with names and standings.",
  "people:write": "Add, change, deactivate and erase people.",
  "policy:read": "Read the policy and check a text for mistakes.",
  "policy:plan": "Say who would gain or lose what under another policy.",
  "policy:propose": "Propose a policy, withdraw it, apply it once approved.",
  "policy:approve": "Approve a proposed policy.",
  "evidence:read": "Read evidence and its proofs.",
  "evidence:export": "Export evidence for offline verification.",
  "ledger:read": "Read the ledger's size, checkpoint and key.",
  "organisation:write": "Rename the organisation, remove the demo.",
  "metrics:read": "Read the figures for monitoring at /metrics.",
  "tokens:write": "Make and end access tokens.",
  "learning:own": "Learn as whoever made the token: lessons, quizzes, assessments.",
  "kits:read": "Read the material of the 30-minute sessions.",
  "competencies:team": "Count a team's people by level, without names.",
  "assessments:review": "Review written assessments.",
  "content:read": "Read the files of the curriculum, their versions, faults and changes.",
  "content:approve": "Approve or refuse changes of the curriculum.",
  "feedback:read": "Read feedback on lessons, without who gave it.",
  "feedback:answer": "Answer feedback on lessons.",
  "items:read": "Read how the questions of the bank do; no keys.",
  "coverage:read": "See which threats are taught",
  "labs:look": "List submissions of different people that look alike.",
  "content:write": "Read the curriculum's folders anew, load newer threat lists.",
  "standing:own": "Read the standing of whoever made the token.",
  "account:own": "Change how whoever made the token signs in.",
};

type Preset = { readonly name: string; readonly scopes: readonly Right[] };

/** What most tokens are made for. */
export const presets: readonly Preset[] = [
  { name: "A pipeline that asks gates", scopes: ["gates:decide"] },
  {
    name: "Policy from a repository",
    scopes: ["policy:read", "policy:plan", "policy:propose"],
  },
  { name: "People from a directory", scopes: ["people:read", "people:write"] },
  { name: "An auditor's export", scopes: ["evidence:read", "evidence:export", "ledger:read"] },
];
