import type { EvidenceProof } from "@checkride/api/evidence";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { type ProofCheck, stepName, verdictOf, verifyProof } from "./verify-proof.ts";

const glyphs = { holds: "●", fails: "▲", "not-checked": "○" } as const;
const words = { holds: "Holds", fails: "Does not hold", "not-checked": "Not checked" } as const;

const toneOf = (checks: readonly ProofCheck[]) =>
  checks.some(({ outcome }) => outcome === "fails") ? "bad" : "good";

/** Browsers hash only on pages that came over HTTPS or from this very machine. */
const canHash = (): boolean => "subtle" in crypto && crypto.subtle !== undefined;

const Checks = ({ checks }: { readonly checks: readonly ProofCheck[] }) => (
  <ul className="verify-checks">
    {checks.map(({ step, outcome, says }) => (
      <li key={step} data-outcome={outcome}>
        <span className="verify-outcome">
          <span aria-hidden="true">{glyphs[outcome]}</span> {words[outcome]}
        </span>
        <span>
          <b>{stepName(step)}</b> {says}
        </span>
      </li>
    ))}
  </ul>
);

export const VerifyHere = ({ proof }: { readonly proof: EvidenceProof }) => {
  const [checks, setChecks] = useState<readonly ProofCheck[] | null>(null);
  const verify = () => {
    void verifyProof(proof).then(setChecks);
  };
  if (!canHash()) {
    return (
      <Notice tone="warning" title="This browser cannot verify here.">
        It hashes only on pages served over HTTPS. The export and the command line verify anywhere.
      </Notice>
    );
  }
  return (
    <div className="verify">
      <div className="verify-act">
        <Button variant="go" onPress={verify}>
          Verify in this browser
        </Button>
        <p className="muted">
          Computes every hash and the signature again, here, from the parts below. Nothing is sent.
        </p>
      </div>
      <div role="status">
        {checks ? (
          <Notice tone={toneOf(checks)} title={verdictOf(checks)}>
            <Checks checks={checks} />
          </Notice>
        ) : null}
      </div>
    </div>
  );
};
