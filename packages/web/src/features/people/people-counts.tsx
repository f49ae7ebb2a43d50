import type { Answer } from "@checkride/api/client";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { Section } from "../../design/section.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { people } from "./people-sentence.ts";
import { holdingOf } from "./standing-summary.ts";
import "./people.css";

type Counts = Answer<"GET /api/people/counts">;
type CertificateCount = Counts["certificates"][number];

const columns: readonly Column<CertificateCount>[] = [
  { key: "title", title: "Certificate", isRowHeader: true, cell: ({ title }) => title },
  {
    key: "held",
    title: "Held, of those asked",
    cell: ({ title, required, states }) => (
      <ProgressBar label={`${title}, held`} done={holdingOf(states)} of={required} />
    ),
  },
  {
    key: "due",
    title: "Due soon",
    align: "end",
    cell: ({ states }) => states.due ?? 0,
  },
  {
    key: "overdue",
    title: "Overdue",
    align: "end",
    cell: ({ overdue }) =>
      overdue > 0 ? <StandingPill state="none" overdue text={String(overdue)} /> : 0,
  },
];

const CertificateCounts = ({
  caption,
  certificates,
}: {
  readonly caption: string;
  readonly certificates: readonly CertificateCount[];
}) =>
  certificates.length === 0 ? (
    <p className="muted">Nothing is asked here.</p>
  ) : (
    <DataTable
      caption={caption}
      columns={columns}
      rows={certificates}
      keyOf={({ certificate }) => certificate}
    />
  );

type PeopleCountsProps = { readonly counts: Counts | null; readonly isLoading: boolean };

/** For those who lead without seeing names: how teams stand, as counts. */
export const PeopleCounts = ({ counts, isLoading }: PeopleCountsProps) => {
  if (isLoading) return <Loading what="counts by team" lines={8} />;
  if (!counts) return null;
  if (counts.people === 0) {
    return <Empty title="Nobody is here yet.">Counts appear once people are added.</Empty>;
  }
  return (
    <>
      <Section title="All teams" aside={people(counts.people)}>
        <CertificateCounts caption="Everybody, by certificate" certificates={counts.certificates} />
      </Section>
      {counts.teams.map(({ team, people: size, certificates }) => (
        <Section
          key={team ?? ""}
          title={team ?? "Small teams together"}
          aside={team === null ? `${people(size)}, in teams of fewer than five` : people(size)}
        >
          <CertificateCounts
            caption={`${team ?? "Small teams"}, by certificate`}
            certificates={certificates}
          />
        </Section>
      ))}
    </>
  );
};
