import type { EvidenceProof } from "@checkride/api/evidence";
import { inclusionPath, type PathStep } from "./inclusion-path.ts";

const covers = ({ first, last }: PathStep): string =>
  first === last ? `fact ${first}` : `facts ${first} to ${last}`;

const Step = ({ step, hash }: { readonly step: PathStep; readonly hash: string }) => (
  <li data-side={step.side}>
    <span className="proof-side">
      <span aria-hidden="true">{step.side === "left" ? "◧" : "◨"}</span> {step.side}
    </span>
    <span className="proof-covers">{covers(step)}</span>
    <code>{hash}</code>
  </li>
);

/** The neighbours on the way from the leaf up to the root; each step hashes both together. */
export const ProofPath = ({ proof }: { readonly proof: EvidenceProof }) => {
  const steps = proof.row.seq === null ? null : inclusionPath(proof.row.seq, proof.size);
  return (
    <>
      <h3 className="evidence-heading">From the leaf to the root</h3>
      <ol className="proof-path">
        <li data-end>
          <span className="proof-side">leaf</span>
          <span className="proof-covers">this fact</span>
          <code>{proof.leaf}</code>
        </li>
        {proof.inclusion.map((hash, i) => {
          const step = steps?.[i];
          return step ? <Step key={hash} step={step} hash={hash} /> : null;
        })}
        <li data-end>
          <span className="proof-side">root</span>
          <span className="proof-covers">all {proof.size.toLocaleString("en-GB")}</span>
          <code>{proof.root}</code>
        </li>
      </ol>
      <p className="evidence-note">
        Each line is the neighbour on that side. Hashing both together, left before right, gives the
        next node up; the last one must be the root.
      </p>
    </>
  );
};
