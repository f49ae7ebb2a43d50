import type { Answer } from "@checkride/api/client";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { Section } from "../../design/section.tsx";
import { Select } from "../../design/select.tsx";
import { useSearchParams } from "../../shell/search-params.ts";
import { CountsTable } from "./counts-table.tsx";
import { people } from "./people-sentence.ts";
import "./people.css";

type Counts = Answer<"GET /api/people/counts">;

const ByTeam = ({ certificates, teams }: Pick<Counts, "certificates" | "teams">) => {
  const [{ certificate: wanted }, change] = useSearchParams();
  const chosen = certificates.find(({ certificate }) => certificate === wanted) ?? certificates[0];
  if (!chosen) return null;
  const rows = teams.map((team) => ({
    key: `team ${team.team}`,
    name: team.team ?? "Small teams together",
    note: people(team.people),
    count: team.certificates.find(({ certificate }) => certificate === chosen.certificate),
  }));
  const asked = rows.filter(({ count }) => (count?.required ?? 0) > 0);
  const others = rows.filter((row) => !asked.includes(row)).map(({ name }) => name);
  return (
    <Section title="By team" aside={chosen.title}>
      <div className="people-certificate">
        <Select
          label="Certificate"
          value={chosen.certificate}
          options={certificates.map(({ certificate, title }) => ({
            value: certificate,
            label: title,
          }))}
          onChange={(certificate) => change({ certificate })}
        />
      </div>
      <CountsTable caption={`${chosen.title}, by team`} first="Team" rows={asked} />
      {others.length > 0 ? (
        <p className="people-small">
          Nobody is asked in {new Intl.ListFormat("en-GB").format(others)}.
        </p>
      ) : null}
      <p className="people-small">
        Where fewer than five people are asked, or are in a team, no figures are shown, so that a
        count never points at one person.
      </p>
    </Section>
  );
};

type PeopleCountsProps = { readonly counts: Counts | null; readonly isLoading: boolean };

/** For those who lead without seeing names: how certificates and teams stand, as counts. */
export const PeopleCounts = ({ counts, isLoading }: PeopleCountsProps) => {
  if (isLoading) return <Loading what="counts by team" lines={8} />;
  if (!counts) return null;
  if (counts.people === 0) {
    return <Empty title="Nobody is here yet.">Counts appear once people are added.</Empty>;
  }
  return (
    <>
      <Section title="All teams" aside={people(counts.people)}>
        <CountsTable
          caption="Everybody, by certificate"
          first="Certificate"
          rows={counts.certificates.map((count) => ({
            key: count.certificate,
            name: count.title,
            note: null,
            count,
          }))}
        />
      </Section>
      <ByTeam certificates={counts.certificates} teams={counts.teams} />
    </>
  );
};
