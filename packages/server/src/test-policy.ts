import type { TestPerson } from "./test-app.ts";

/** One certificate that asks for one lab, and one gate that asks for it. */
export const smallPolicy = (ask = "lab: L26"): string => `checkride: 1
name: Test
audiences:
  all: { title: Everybody, because: everybody is asked, who: everyone }
certificates:
  basics: { title: The basics, for: [all], asks: [{ ${ask} }] }
gates:
  deploy/production: { title: Deploy, mode: enforce, asks: [basics] }
exemptions: []
approvals: { count: 0, roles: [council] }
`;

/** Proposes and applies, as an owner does. */
export const bringIntoForce = async (owner: TestPerson, text = smallPolicy()): Promise<void> => {
  const body = { text, note: "" };
  const proposed = await owner.client("POST /api/policy/proposals", { body });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
  const { version } = proposed.value;
  const params = { version };
  const applied = await owner.client("POST /api/policy/proposals/{version}/apply", { params });
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
};
