import type { EvidenceRow } from "@checkride/api/evidence";
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../design/date.ts";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Notice } from "../../design/notice.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useQueryAnswer } from "../../shell/query.ts";
import { bodyFacts } from "./body-facts.ts";
import { EvidenceProof } from "./evidence-proof.tsx";
import { attemptOf, GradeAgain } from "./grade-again.tsx";
import "./evidence.css";

const sentenceOf = ({ kind, person, at, erased }: EvidenceRow): string => {
  const about = erased ? ", erased since" : person ? ` about ${person.name}` : "";
  return `${kind}${about}, recorded on ${formatDate(at)}.`;
};

const Body = ({ row }: { readonly row: EvidenceRow }) => {
  if (row.erased || row.body === null) {
    return (
      <Notice title="What was recorded here is erased.">
        Body, person and salt were deleted for good. What stays is that something of this kind was
        recorded at this time, and its place in the tree: the proof below still holds.
      </Notice>
    );
  }
  return (
    <>
      <dl className="evidence-facts">
        {bodyFacts(row.body).map(({ name, value }) => (
          <div key={name}>
            <dt className="mono">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="evidence-raw">
        <summary>As JSON</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrolled content needs a focusable region */}
        <pre tabIndex={0}>{JSON.stringify(row.body, null, 2)}</pre>
      </details>
    </>
  );
};

const Regrade = ({ row }: { readonly row: EvidenceRow }) => {
  const attempt = row.kind === "activity.passed" ? attemptOf(row) : null;
  return attempt === null ? null : <GradeAgain attempt={attempt} />;
};

const Row = ({ row }: { readonly row: EvidenceRow }) => (
  <Page
    kicker="Evidence"
    sentence={sentenceOf(row)}
    actions={<LinkButton to="/evidence">All evidence</LinkButton>}
  >
    <Section title="What was recorded">
      <Body row={row} />
    </Section>
    <Section title="When and by whom">
      <dl className="evidence-facts">
        <dt>Recorded</dt>
        <dd>
          <Moment at={row.at} as="minute" />
        </dd>
        <dt>About</dt>
        <dd>
          {row.person ? (
            <Link to="/people/$person" params={{ person: row.person.id }}>
              {row.person.name}
            </Link>
          ) : (
            "nobody in particular"
          )}
        </dd>
        <dt>By</dt>
        <dd>{row.actor?.name ?? "the system"}</dd>
        <dt>Id</dt>
        <dd className="mono">{row.id}</dd>
      </dl>
    </Section>
    <Regrade row={row} />
    <EvidenceProof evidenceId={row.id} />
  </Page>
);

export const EvidenceRowPage = ({ evidenceId }: { readonly evidenceId: string }) => {
  const row = useQueryAnswer("GET /api/evidence/{evidence}", { params: { evidence: evidenceId } });
  if (row.value) return <Row row={row.value} />;
  return (
    <Page kicker="Evidence" sentence={row.problem ? "This fact cannot be shown." : "One fact."}>
      {row.problem ? (
        <ProblemNote problem={row.problem} onRetry={row.retry} />
      ) : (
        <Loading what="the fact" lines={8} />
      )}
    </Page>
  );
};
