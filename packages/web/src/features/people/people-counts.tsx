import type { Answer } from "@checkride/api/client";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { Section } from "../../design/section.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { holdingOf } from "./standing-summary.ts";
import "./people.css";

type Counts = Answer<"GET /api/people/counts">;
type CertificateCount = Counts["certificates"][number];
type Row = {
  readonly key: string;
  readonly name: string;
  readonly people: number;
  readonly certificates: readonly CertificateCount[];
};

const CountCell = ({ count }: { readonly count: CertificateCount | undefined }) =>
  count === undefined || count.required === 0 ? (
    <span className="muted">not asked</span>
  ) : (
    <div className="people-count">
      <ProgressBar
        label={`${count.title}, held`}
        done={holdingOf(count.states)}
        of={count.required}
      />
      {count.overdue > 0 ? (
        <StandingPill state="none" overdue text={`${count.overdue} overdue`} />
      ) : null}
    </div>
  );

const columnsFor = (certificates: readonly CertificateCount[]): readonly Column<Row>[] => [
  { key: "team", title: "Team", isRowHeader: true, cell: ({ name }) => name },
  { key: "people", title: "People", cell: ({ people }) => people.toLocaleString("en-GB") },
  ...certificates.map(({ certificate, title }) => ({
    key: certificate,
    title,
    cell: (row: Row) => (
      <CountCell count={row.certificates.find((count) => count.certificate === certificate)} />
    ),
  })),
];

const rowsOf = ({ people, certificates, teams }: Counts): readonly Row[] => [
  { key: "all", name: "Everybody", people, certificates },
  ...teams.map((team) => ({
    key: `team ${team.team}`,
    name: team.team ?? "Small teams together",
    people: team.people,
    certificates: team.certificates,
  })),
];

type PeopleCountsProps = { readonly counts: Counts | null; readonly isLoading: boolean };

/** For those who lead without seeing names: how teams stand, as counts. */
export const PeopleCounts = ({ counts, isLoading }: PeopleCountsProps) => {
  if (isLoading) return <Loading what="counts by team" lines={8} />;
  if (!counts) return null;
  if (counts.people === 0) {
    return <Empty title="Nobody is here yet.">Counts appear once people are added.</Empty>;
  }
  return (
    <Section title="By team" aside="held, of those asked">
      <DataTable
        caption="People by team, and how many hold each certificate of those asked for it"
        columns={columnsFor(counts.certificates)}
        rows={rowsOf(counts)}
        keyOf={({ key }) => key}
      />
      <p className="people-small">
        Teams of fewer than five people are added up, so that a count never points at one person.
      </p>
    </Section>
  );
};
