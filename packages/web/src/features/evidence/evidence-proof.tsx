import type { EvidenceProof as Proof } from "@checkride/api/evidence";
import { Button } from "../../design/button.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { Loading } from "../../design/loading.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { ProofPath } from "./proof-path.tsx";
import { VerifyHere } from "./verify-here.tsx";

const Parts = ({ proof }: { readonly proof: Proof }) => (
  <dl className="evidence-facts">
    <dt>Number</dt>
    <dd className="mono">
      {proof.row.seq} of {proof.size}, counted from 0
    </dd>
    <dt>Salt</dt>
    <dd className="mono">{proof.salt ?? "erased"}</dd>
    <dt>Commitment</dt>
    <dd className="mono">{proof.commitment}</dd>
    <dt>Leaf</dt>
    <dd className="mono">{proof.leaf}</dd>
    <dt>Root</dt>
    <dd className="mono">{proof.root}</dd>
  </dl>
);

/** Why this fact cannot be changed unseen, part by part. */
export const EvidenceProof = ({ evidenceId }: { readonly evidenceId: string }) => {
  const answer = useQueryAnswer("GET /api/evidence/{evidence}/proof", {
    params: { evidence: evidenceId },
  });
  const { value: proof, problem } = answer;
  const waits = problem?.code === "not-sealed";
  return (
    <Section title="Proof" aside={proof ? `tree of ${proof.size.toLocaleString("en-GB")}` : null}>
      {answer.isLoading ? <Loading what="the proof" lines={5} /> : null}
      {waits ? (
        <Notice
          title="This fact waits for its seal."
          actions={<Button onPress={answer.retry}>Look again</Button>}
        >
          Facts are sealed about once a second. Then there is a proof.
        </Notice>
      ) : null}
      {problem && !waits ? <ProblemNote problem={problem} onRetry={answer.retry} /> : null}
      {proof ? (
        <>
          <VerifyHere proof={proof} />
          <Parts proof={proof} />
          <ProofPath proof={proof} />
          <h3 className="evidence-heading">Checkpoint</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrolled content needs a focusable region */}
          <pre className="evidence-checkpoint" tabIndex={0}>
            {proof.checkpoint}
          </pre>
          <CopyField label="Public key" value={proof.vkey} />
        </>
      ) : null}
    </Section>
  );
};
