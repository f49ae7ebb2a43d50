import type { StandingView } from "@checkride/api/standing";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Moment } from "../../design/moment.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { Section } from "../../design/section.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { useSession } from "../../shell/session.tsx";
import { Remedies } from "./remedies.tsx";

const columns: readonly Column<StandingView>[] = [
  {
    key: "certificate",
    title: "Certificate",
    isRowHeader: true,
    cell: ({ title, certificate }) => (
      <div className="person-certificate">
        {title}
        <code>{certificate}</code>
      </div>
    ),
  },
  {
    key: "why",
    title: "Why",
    cell: ({ whyYou, required }) => (required ? whyYou.join(", ") : "not asked, held anyway"),
  },
  {
    key: "progress",
    title: "Progress",
    cell: ({ title, progress }) => (
      <ProgressBar label={`${title}, met`} done={progress.done} of={progress.of} />
    ),
  },
  {
    key: "standing",
    title: "Standing",
    cell: ({ state, overdue }) => <StandingPill state={state} overdue={overdue} />,
  },
  {
    key: "until",
    title: "Valid until",
    align: "end",
    cell: ({ validUntil, dueBy }) => {
      if (validUntil) return <Moment at={validUntil} as="iso" />;
      return dueBy ? (
        <>
          due by <Moment at={dueBy} as="iso" />
        </>
      ) : (
        "–"
      );
    },
  },
];

const EvidenceLinks = ({ ids }: { readonly ids: readonly string[] }) => {
  const { can } = useSession();
  if (ids.length === 0 || !can("evidence:read")) return null;
  return (
    <>
      {" "}
      {ids.map((id, i) => (
        <Link key={id} to="/evidence/$evidence" params={{ evidence: id }} className="person-proof">
          evidence{ids.length > 1 ? ` ${i + 1}` : ""}
        </Link>
      ))}
    </>
  );
};

const Reasons = ({ standing }: { readonly standing: StandingView }) => (
  <div className="person-reasons">
    <div>
      <h3>Because</h3>
      <ul>
        {standing.because.map((reason) => (
          <li key={`${reason.code} ${reason.ask} ${reason.says}`}>
            {reason.says}
            <EvidenceLinks ids={reason.evidence} />
          </li>
        ))}
      </ul>
    </div>
    {standing.remedy.length > 0 ? (
      <div>
        <h3>What would help</h3>
        <Remedies remedies={standing.remedy} />
      </div>
    ) : null}
  </div>
);

type PersonStandingsProps = {
  readonly standings: readonly StandingView[];
  readonly aside: string;
};

export const PersonStandings = ({ standings, aside }: PersonStandingsProps) => (
  <Section title="Certificates" aside={aside}>
    {standings.length === 0 ? (
      <p className="muted">The policy asks for no certificate, and none is held.</p>
    ) : (
      <DataTable
        caption="Certificates"
        columns={columns}
        rows={standings}
        keyOf={({ certificate }) => certificate}
        detail={(standing) => <Reasons standing={standing} />}
        detailLabel={({ title }) => `Reasons for ${title}`}
      />
    )}
  </Section>
);
