import type { CertificateHistory } from "@checkride/api/certificates";
import { Link } from "@tanstack/react-router";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { CertificateCard } from "./certificate-card.tsx";
import { certificatesSentence, holdingsOf } from "./certificate-words.ts";
import { ShareCertificate } from "./share-certificate.tsx";
import "./certificates.css";

const AddressNote = ({ addressIsPublic }: Pick<CertificateHistory, "addressIsPublic">) =>
  addressIsPublic ? null : (
    <Notice
      tone="warning"
      title="These certificates name an address that only this machine reaches."
    >
      Nobody elsewhere can open their links. An owner sets the public address with{" "}
      <code>CHECKRIDE_URL</code>; certificates issued from then on name it.
    </Notice>
  );

const Held = ({ history }: { readonly history: CertificateHistory }) => (
  <>
    <AddressNote addressIsPublic={history.addressIsPublic} />
    <div className="certificates">
      {holdingsOf(history.certificates).map((holding) => (
        <CertificateCard key={holding.newest.certificate} holding={holding}>
          {holding.newest.counts ? <ShareCertificate certificate={holding.newest} /> : null}
        </CertificateCard>
      ))}
    </div>
  </>
);

/** What do I hold, until when, and how do I show it to somebody? */
export const CertificatesPage = () => {
  const answer = useQueryAnswer("GET /api/me/certificates", {});
  const history = answer.value;
  return (
    <Page
      kicker="My certificates"
      sentence={history ? certificatesSentence(history.certificates) : "What you have earned."}
      sub="Each is signed and can be checked by anybody, also when Checkride is away. It is issued the moment you have done what it asks for, and every renewal is a new one."
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="your certificates" /> : null}
      {history && history.certificates.length > 0 ? <Held history={history} /> : null}
      {history?.certificates.length === 0 ? (
        <Empty
          title="Nothing has been issued to you yet."
          actions={
            <LinkButton to="/" variant="go">
              What leads to the first
            </LinkButton>
          }
        >
          Labs, quizzes and sign-offs lead to a certificate; your <Link to="/">standing</Link> shows
          what is asked of you and the shortest way.
        </Empty>
      ) : null}
    </Page>
  );
};
