import type { Role } from "./person.ts";

/** Every right there is, and who has it. A route names one of these; what is not named here nobody may do. */
export const rights = {
  "standing:own": ["owner", "council", "lead", "champion", "learner", "auditor"],
  "account:own": ["owner", "council", "lead", "champion", "learner", "auditor"],
  "people:counts": ["owner", "council", "lead", "champion", "auditor"],
  "people:read": ["owner", "auditor"],
  "people:write": ["owner"],
  "policy:read": ["owner", "council", "lead", "champion", "learner", "auditor"],
  "policy:plan": ["owner", "council"],
  "policy:propose": ["owner"],
  "policy:approve": ["owner", "council"],
  "evidence:read": ["owner", "auditor"],
  "evidence:export": ["owner", "auditor"],
  "ledger:read": ["owner", "council", "lead", "champion", "learner", "auditor"],
  "gates:read": ["owner", "council", "lead", "champion", "auditor"],
  "gates:decide": ["owner", "auditor"],
  "openings:ask": ["owner", "council", "lead", "champion", "learner"],
  "openings:approve": ["owner", "council", "lead"],
  "openings:read": ["owner", "council", "lead", "auditor"],
  "forges:read": ["owner", "auditor"],
  "forges:write": ["owner"],
  "hooks:read": ["owner", "auditor"],
  "hooks:write": ["owner"],
  "tokens:write": ["owner"],
  "organisation:write": ["owner"],
  "learning:own": ["owner", "council", "lead", "champion", "learner", "auditor"],
  "competencies:team": ["owner", "lead"],
  "assessments:review": ["owner", "council", "lead", "champion"],
  "items:read": ["owner", "council"],
  "coverage:read": ["owner", "council", "lead", "champion", "auditor"],
  "content:read": ["owner", "council", "auditor"],
  "content:write": ["owner"],
  "content:approve": ["owner", "council"],
  "feedback:read": ["owner", "council"],
  "feedback:answer": ["owner", "council"],
  "kits:read": ["owner", "council", "lead", "champion"],
  "labs:look": ["owner"],
  "certificates:revoke": ["owner"],
  "keys:read": ["owner", "auditor"],
  "keys:write": ["owner"],
  "metrics:read": ["owner", "auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

export const hasRight = (roles: readonly Role[], right: Right): boolean => {
  const allowed: readonly Role[] = rights[right];
  return roles.some((role) => allowed.includes(role));
};
