import type { PolicyVersionSummary } from "@checkride/api/policy";
import { formatDate } from "../../design/date.ts";

export const stateWords: Readonly<Record<PolicyVersionSummary["state"], string>> = {
  proposed: "Proposed",
  "in-force": "In force",
  superseded: "Superseded",
  withdrawn: "Withdrawn",
};

type Proposal = Pick<PolicyVersionSummary, "version" | "approvals" | "approvalsNeeded">;

export const approvalsLeft = ({ approvals, approvalsNeeded }: Omit<Proposal, "version">): number =>
  Math.max(0, approvalsNeeded - approvals.length);

const waits = (proposal: Proposal): string => {
  const left = approvalsLeft(proposal);
  if (left === 0) return `v${proposal.version} is approved and waits to be applied`;
  return `v${proposal.version} waits for ${left} more ${left === 1 ? "approval" : "approvals"}`;
};

/** What is in force, and what wants to be. */
export const policySentence = (
  inForce: Pick<PolicyVersionSummary, "version" | "appliedAt"> | null,
  proposals: readonly Proposal[],
): string => {
  const [first] = proposals;
  const open =
    proposals.length > 1 ? `${proposals.length} proposals are open` : first ? waits(first) : null;
  if (!inForce) return open ? `No policy is in force yet; ${open}.` : "No policy is in force yet.";
  const since = inForce.appliedAt === null ? "" : ` since ${formatDate(inForce.appliedAt)}`;
  return `Policy v${inForce.version} is in force${since}${open ? `; ${open}` : ""}.`;
};
