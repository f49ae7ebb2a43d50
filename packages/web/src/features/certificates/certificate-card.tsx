import type { CertificateRecord } from "@checkride/api/certificates";
import type { ReactNode } from "react";
import { Moment } from "../../design/moment.tsx";
import { CertificatePill } from "./certificate-pill.tsx";
import { type Holding, spanWords } from "./certificate-words.ts";

const Reason = ({ certificate }: { readonly certificate: CertificateRecord }) =>
  certificate.reason === null ? null : <p className="certificate-reason">{certificate.reason}</p>;

const Earlier = ({ earlier }: Pick<Holding, "earlier">) =>
  earlier.length === 0 ? null : (
    <details className="certificate-earlier">
      <summary>
        {earlier.length === 1 ? "One earlier issue" : `${earlier.length} earlier issues`}
      </summary>
      <ul>
        {earlier.map((certificate) => (
          <li key={certificate.id}>
            <CertificatePill state={certificate.state} />
            <a href={certificate.url}>{spanWords(certificate)}</a>
            <Reason certificate={certificate} />
          </li>
        ))}
      </ul>
    </details>
  );

type CardProps = {
  readonly holding: Holding;
  readonly children?: ReactNode;
};

/** A certificate as a document that one could hang up: what, until when, its number, and what came before. */
export const CertificateCard = ({ holding: { newest, earlier }, children }: CardProps) => (
  <article className="certificate" data-state={newest.state} aria-label={newest.title}>
    <div className="certificate-head">
      <h2>{newest.title}</h2>
      <CertificatePill state={newest.state} />
    </div>
    <dl className="certificate-facts">
      <div>
        <dt>{newest.state === "valid" ? "Valid until" : "Ended"}</dt>
        <dd>
          <Moment
            at={
              newest.state === "valid" ? newest.validUntil : (newest.endedAt ?? newest.validUntil)
            }
          />
        </dd>
      </div>
      <div>
        <dt>Issued</dt>
        <dd>
          <Moment at={newest.issuedAt} />
        </dd>
      </div>
      <div>
        <dt>Under</dt>
        <dd>policy v{newest.policyVersion}</dd>
      </div>
      <div>
        <dt>Number</dt>
        <dd className="mono">{newest.id}</dd>
      </div>
    </dl>
    <Reason certificate={newest} />
    {children}
    <Earlier earlier={earlier} />
  </article>
);
