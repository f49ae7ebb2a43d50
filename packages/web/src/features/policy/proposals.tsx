import type { Answer } from "@checkride/api/client";
import { Link } from "@tanstack/react-router";
import { Button } from "../../design/button.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { PlanView } from "./plan-view.tsx";
import { approvalsLeft } from "./policy-words.ts";
import { refreshAfterPolicy } from "./refresh.ts";

type Proposal = Answer<"GET /api/policy">["proposals"][number];

const Approvals = ({ proposal }: { readonly proposal: Proposal }) => {
  const left = approvalsLeft(proposal);
  const roles = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
    proposal.approverRoles,
  );
  return (
    <div className="proposal-approvals">
      {proposal.approvals.length > 0 ? (
        <ul>
          {proposal.approvals.map(({ name, at, note }) => (
            <li key={`${name} ${at}`}>
              ● {name} approved <Moment at={at} as="minute" />
              {note ? `: ${note}` : ""}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {left > 0
          ? `○ ${left} more ${left === 1 ? "approval is" : "approvals are"} needed, from ${roles}, besides ${proposal.proposedBy.name}.`
          : "All approvals are there. It comes into force when it is applied."}
      </p>
    </div>
  );
};

const Deeds = ({ proposal }: { readonly proposal: Proposal }) => {
  const { can, person } = useSession();
  const approve = useAct("POST /api/policy/proposals/{version}/approve", refreshAfterPolicy);
  const withdraw = useAct("POST /api/policy/proposals/{version}/withdraw", refreshAfterPolicy);
  const apply = useAct("POST /api/policy/proposals/{version}/apply", refreshAfterPolicy);
  const plan = useAct("POST /api/policy/plan");
  const params = { version: proposal.version };
  const isApprover =
    can("policy:approve") &&
    person.id !== proposal.proposedBy.id &&
    person.roles.some((role) => proposal.approverRoles.includes(role)) &&
    !proposal.approvals.some(({ id }) => id === person.id);
  const problem = approve.problem ?? withdraw.problem ?? apply.problem ?? plan.problem;
  return (
    <>
      <div className="policy-deeds">
        {can("policy:plan") ? (
          <Button
            isPending={plan.isPending}
            onPress={() => void plan.act({ body: { text: proposal.text } })}
          >
            Plan of v{proposal.version}
          </Button>
        ) : null}
        {isApprover ? (
          <Button
            isPending={approve.isPending}
            onPress={() => void approve.act({ params, body: { note: "" } })}
          >
            Approve
          </Button>
        ) : null}
        {can("policy:propose") ? (
          <>
            <Button
              isDisabled={approvalsLeft(proposal) > 0}
              isPending={apply.isPending}
              onPress={() => void apply.act({ params })}
            >
              Apply
            </Button>
            <Button
              variant="quiet"
              isPending={withdraw.isPending}
              onPress={() => void withdraw.act({ params })}
            >
              Withdraw
            </Button>
          </>
        ) : null}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {plan.value ? <PlanView plan={plan.value} isOutdated={false} /> : null}
    </>
  );
};

export const Proposals = ({ proposals }: { readonly proposals: readonly Proposal[] }) => (
  <>
    {proposals.map((proposal) => (
      <Section
        key={proposal.version}
        title={`Proposal v${proposal.version}`}
        aside={
          <Link to="/policy/history" search={{ version: String(proposal.version) }}>
            What it changes in the file
          </Link>
        }
      >
        <p>
          {proposal.proposedBy.name} proposed it <Moment at={proposal.proposedAt} as="minute" />
          {proposal.note ? ":" : "."}
        </p>
        {proposal.note ? <blockquote className="proposal-note">{proposal.note}</blockquote> : null}
        <Approvals proposal={proposal} />
        <Deeds proposal={proposal} />
      </Section>
    ))}
  </>
);
