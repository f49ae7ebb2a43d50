import type { PolicyPlan } from "@checkride/api/policy";
import type { Problem } from "@checkride/api/problems";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { DataTable } from "../../design/data-table.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { client, queryClient, useAct } from "../../shell/query.ts";
import { certificateLines, gateLines, type PlanLine } from "./plan-words.ts";

const note = "The built-in policy, chosen in the set-up.";

/** Proposes and brings into force; a repeat finds the proposal it made before. */
const applyBuiltIn = async (text: string, key: string): Promise<Problem | null> => {
  const proposed = await client("POST /api/policy/proposals", {
    body: { text, note },
    idempotencyKey: key,
  });
  if (!proposed.ok) return proposed.problem;
  const applied = await client("POST /api/policy/proposals/{version}/apply", {
    params: { version: proposed.value.version },
  });
  return applied.ok ? null : applied.problem;
};

const Lines = ({
  title,
  aside,
  what,
  lines,
}: {
  readonly title: string;
  readonly aside: string;
  readonly what: string;
  readonly lines: readonly PlanLine[];
}) =>
  lines.length === 0 ? null : (
    <Section title={title} aside={aside}>
      <DataTable
        caption={title}
        rows={lines}
        keyOf={(line) => line.id}
        columns={[
          { key: "title", title: what, isRowHeader: true, cell: (line) => line.title },
          { key: "says", title: "For your people", cell: (line) => line.says },
          { key: "id", title: "In the file", cell: (line) => <code>{line.id}</code> },
        ]}
      />
    </Section>
  );

const Summary = ({ plan }: { readonly plan: PolicyPlan }) => (
  <>
    <Lines
      title="Certificates"
      aside="asked by team, job, role and what somebody does with AI"
      what="Certificate"
      lines={certificateLines(plan)}
    />
    <Lines
      title="Gates"
      aside="a gate opens for those who hold its certificates"
      what="Gate"
      lines={gateLines(plan)}
    />
  </>
);

const InForce = ({
  version,
  onNext,
}: {
  readonly version: number;
  readonly onNext: () => void;
}) => (
  <Page
    narrow
    kicker="Set-up, step 3 of 4"
    sentence={`Policy v${version} is in force.`}
    sub="From now on standings and gates follow it. Changes go through a plan that shows who gains or loses what."
  >
    <div className="step">
      <div className="row">
        <Button variant="go" onPress={onNext}>
          Go on
        </Button>
        <LinkButton to="/policy">Look at it</LinkButton>
      </div>
    </div>
  </Page>
);

const Choice = ({ builtIn, onNext }: { readonly builtIn: string; readonly onNext: () => void }) => {
  const plan = useAct("POST /api/policy/plan");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const key = useRef(crypto.randomUUID());
  const ask = useRef(plan.act);
  useEffect(() => {
    void ask.current({ body: { text: builtIn } });
  }, [builtIn]);
  const apply = async () => {
    setPending(true);
    const refused = await applyBuiltIn(builtIn, key.current);
    setPending(false);
    setProblem(refused);
    if (refused === null) await queryClient.invalidateQueries();
  };
  return (
    <Page
      kicker="Set-up, step 3 of 4"
      sentence="What is asked of whom?"
      sub="The policy answers that. The built-in one suits most organisations; every line of it can be changed later."
    >
      <div className="step">
        {plan.problem ? (
          <ProblemNote
            problem={plan.problem}
            onRetry={() => void plan.act({ body: { text: builtIn } })}
          />
        ) : null}
        {plan.value ? <Summary plan={plan.value} /> : null}
        {plan.value === null && plan.problem === null ? <Loading what="the plan" /> : null}
        <details>
          <summary>The policy itself, as the file it is</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrolled content needs a focusable region */}
          <pre className="step-yaml" tabIndex={0}>
            {builtIn}
          </pre>
        </details>
        {problem ? <ProblemNote problem={problem} /> : null}
        {problem?.code === "approvals-missing" ? (
          <Notice>The proposal is kept: it waits for its approvals under Policy.</Notice>
        ) : null}
        <div className="row">
          <Button variant="go" isPending={isPending} onPress={() => void apply()}>
            Bring it into force
          </Button>
          <LinkButton to="/policy">Change it first</LinkButton>
          <Button variant="quiet" onPress={onNext}>
            Later
          </Button>
        </div>
      </div>
    </Page>
  );
};

type PolicyStepProps = {
  readonly builtIn: string;
  /** The version in force; null: none yet. */
  readonly version: number | null;
  readonly onNext: () => void;
};

export const PolicyStep = ({ builtIn, version, onNext }: PolicyStepProps) =>
  version === null ? (
    <Choice builtIn={builtIn} onNext={onNext} />
  ) : (
    <InForce version={version} onNext={onNext} />
  );
