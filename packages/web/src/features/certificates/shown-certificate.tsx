import type { PublicCertificate } from "@checkride/api/certificates";
import { Moment } from "../../design/moment.tsx";
import { CertificatePill } from "./certificate-pill.tsx";

const Facts = ({ certificate }: { readonly certificate: PublicCertificate }) => {
  const { issuer, holder, validFrom, validUntil, endedAt, achievement, id } = certificate;
  return (
    <dl className="certificate-facts">
      <div>
        <dt>Holder</dt>
        <dd>{holder ?? "not named here; whoever showed you this link can be asked"}</dd>
      </div>
      <div>
        <dt>Issued by</dt>
        <dd>{issuer.name}</dd>
      </div>
      <div>
        <dt>Valid</dt>
        <dd>
          <Moment at={validFrom} /> to <Moment at={validUntil} />
        </dd>
      </div>
      {endedAt === null ? null : (
        <div>
          <dt>Ended early</dt>
          <dd>
            <Moment at={endedAt} />
          </dd>
        </div>
      )}
      <div>
        <dt>What it asks for</dt>
        <dd>
          <a href={achievement}>The criteria, under the policy of that day</a>
        </dd>
      </div>
      <div>
        <dt>Number</dt>
        <dd className="mono">{id}</dd>
      </div>
    </dl>
  );
};

const Forms = ({ id }: Pick<PublicCertificate, "id">) => (
  <p className="certificate-machines">
    For machines: <a href={`/certificates/${id}/credential.json`}>Open Badges 3.0 credential</a>,{" "}
    <a href={`/certificates/${id}/credential.jwt`}>the same as a JWT</a>,{" "}
    <a href="/.well-known/jwks.json">the issuer's keys</a>.
  </p>
);

/** What anybody may know of a certificate, and where a program finds the rest. */
export const ShownCertificate = ({ certificate }: { readonly certificate: PublicCertificate }) => (
  <>
    <article className="certificate" data-state={certificate.state} aria-label={certificate.title}>
      <div className="certificate-head">
        <h2>{certificate.title}</h2>
        <CertificatePill state={certificate.state} />
      </div>
      <Facts certificate={certificate} />
    </article>
    <Forms id={certificate.id} />
  </>
);
