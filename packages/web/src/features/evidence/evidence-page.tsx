import { useState } from "react";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { EvidenceExport } from "./evidence-export.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { LedgerFacts } from "./ledger-facts.tsx";
import { ledgerSentence } from "./ledger-sentence.ts";
import "./evidence.css";

export const EvidencePage = () => {
  const { can } = useSession();
  const [now] = useState(() => new Date().toISOString());
  const ledger = useQueryAnswer("GET /api/ledger", {});
  return (
    <Page
      kicker="Evidence"
      sentence={
        ledger.value ? ledgerSentence(ledger.value, now) : "Everything that was ever recorded."
      }
      sub="Facts are appended and never changed. Each is under a signed root, so that a change would show."
    >
      {ledger.problem ? <ProblemNote problem={ledger.problem} onRetry={ledger.retry} /> : null}
      <EvidenceList />
      {can("evidence:export") ? <EvidenceExport vkey={ledger.value?.vkey ?? null} /> : null}
      {ledger.value ? <LedgerFacts ledger={ledger.value} /> : null}
    </Page>
  );
};
