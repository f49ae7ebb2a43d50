import type { CertificateRecord } from "@checkride/api/certificates";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { CertificatePill } from "./certificate-pill.tsx";
import { RevokeCertificate } from "./revoke-certificate.tsx";

const columnsFor = (
  onRevoke: ((certificate: CertificateRecord) => void) | null,
): readonly Column<CertificateRecord>[] => [
  {
    key: "title",
    title: "Certificate",
    isRowHeader: true,
    cell: ({ title, url }) => <a href={url}>{title}</a>,
  },
  {
    key: "state",
    title: "State",
    cell: ({ state, reason }) => (
      <>
        <CertificatePill state={state} /> {reason}
      </>
    ),
  },
  { key: "issued", title: "Issued", cell: ({ issuedAt }) => <Moment at={issuedAt} as="iso" /> },
  {
    key: "until",
    title: "Until",
    cell: ({ validUntil, endedAt, state }) => (
      <Moment at={state === "valid" ? validUntil : (endedAt ?? validUntil)} as="iso" />
    ),
  },
  ...(onRevoke === null
    ? []
    : [
        {
          key: "revoke",
          title: "Revoke",
          hideTitle: true,
          align: "end" as const,
          cell: (certificate: CertificateRecord) =>
            certificate.counts ? (
              <Button label={`Revoke ${certificate.title}`} onPress={() => onRevoke(certificate)}>
                Revoke
              </Button>
            ) : null,
        },
      ]),
];

/** What was issued to somebody, and the way to take it back. */
export const PersonCertificates = ({ personId }: { readonly personId: string }) => {
  const { can } = useSession();
  const [revoking, setRevoking] = useState<CertificateRecord | null>(null);
  const answer = useQueryAnswer("GET /api/people/{person}/certificates", {
    params: { person: personId },
  });
  const rows = answer.value?.certificates ?? null;
  return (
    <Section title="Issued certificates" aside="every issue, the newest first">
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="the certificates" /> : null}
      {rows && rows.length > 0 ? (
        <DataTable
          caption="Certificates of this person"
          columns={columnsFor(can("certificates:revoke") ? setRevoking : null)}
          rows={rows}
          keyOf={({ id }) => id}
        />
      ) : null}
      {rows?.length === 0 ? <Empty title="Nothing has been issued to them." /> : null}
      {revoking ? (
        <RevokeCertificate certificate={revoking} onClose={() => setRevoking(null)} />
      ) : null}
    </Section>
  );
};
