import { Link } from "@tanstack/react-router";
import { Loading } from "../../design/loading.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { OutsidePage } from "./outside-page.tsx";
import { ShownCertificate } from "./shown-certificate.tsx";
import "./certificates.css";

/** Somebody was sent a link: what does it prove, and does it still count? */
export const PublicCertificatePage = ({ certificateId }: { readonly certificateId: string }) => {
  const answer = useQueryAnswer("GET /api/certificates/{certificate}", {
    params: { certificate: certificateId },
  });
  const certificate = answer.value;
  const sentence =
    certificate?.says ??
    (answer.problem ? "There is no certificate under this link." : "A certificate.");
  return (
    <OutsidePage sentence={sentence} verdict={certificate ? certificate.counts : null}>
      {answer.isLoading ? <Loading what="the certificate" /> : null}
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {certificate ? <ShownCertificate certificate={certificate} /> : null}
      <p className="certificate-machines">
        You were given a file instead of this link? <Link to="/verify">Check it</Link>.
      </p>
    </OutsidePage>
  );
};
