import type { LedgerState } from "@checkride/api/evidence";
import { CopyField } from "../../design/copy-field.tsx";
import { Moment } from "../../design/moment.tsx";
import { Section } from "../../design/section.tsx";

export const LedgerFacts = ({ ledger }: { readonly ledger: LedgerState }) => (
  <Section title="The ledger" aside={ledger.origin}>
    <dl className="evidence-facts">
      <dt>Sealed facts</dt>
      <dd className="mono">{ledger.size.toLocaleString("en-GB")}</dd>
      <dt>Waiting for a seal</dt>
      <dd className="mono">{ledger.waiting.toLocaleString("en-GB")}</dd>
      <dt>Sealed at</dt>
      <dd>{ledger.sealedAt === null ? "–" : <Moment at={ledger.sealedAt} as="minute" />}</dd>
      <dt>Root</dt>
      <dd className="mono">{ledger.root ?? "–"}</dd>
    </dl>
    <div className="evidence-key">
      <CopyField
        label="Public key"
        value={ledger.vkey}
        description="Keep a copy elsewhere: a key that comes with the proof proves only that the two belong together."
      />
    </div>
  </Section>
);
