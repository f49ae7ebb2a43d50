import type { TeamProfile } from "@checkride/api/competencies";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { levelText } from "../../design/level-words.ts";
import { Section } from "../../design/section.tsx";

type Row = TeamProfile["competencies"][number];

const levels = [0, 1, 2, 3] as const;

const Bar = ({ row }: { readonly row: Row }) => (
  <span className="team-bar" aria-hidden="true">
    {levels
      .filter((level) => row.levels[level] > 0)
      .map((level) => (
        <span key={level} data-level={level} style={{ flexGrow: row.levels[level] }} />
      ))}
  </span>
);

const columns: readonly Column<Row>[] = [
  { key: "title", title: "Area", isRowHeader: true, cell: ({ title }) => title },
  { key: "bar", title: "Share of people by level, 0–100 %", cell: (row) => <Bar row={row} /> },
  ...levels.map(
    (level): Column<Row> => ({
      key: `level-${level}`,
      title: levelText(level),
      align: "end",
      cell: (row) => row.levels[level],
    }),
  ),
  {
    key: "below",
    title: "Below expected",
    align: "end",
    cell: ({ below, expected }) => (expected === 0 ? "—" : `${below} of ${expected}`),
  },
];

const Legend = () => (
  <p className="team-legend">
    {levels.map((level) => (
      <span key={level} className="team-key">
        <span className="team-bar" aria-hidden="true">
          <span data-level={level} />
        </span>
        {levelText(level)}
      </span>
    ))}
  </p>
);

/** How many of a team are at which level. */
export const TeamLevels = ({ team }: { readonly team: TeamProfile }) => {
  if (!team.shown) {
    return (
      <Empty title="Counts are shown from five people on.">
        {team.people} {team.people === 1 ? "person is" : "people are"} in this team. As soon as five
        of them have done an assessment, a quiz or a lab, the team is counted here.
      </Empty>
    );
  }
  return (
    <Section title="People by level" aside={`${team.known ?? 0} of ${team.people} people known`}>
      <Legend />
      <DataTable
        caption={`People of ${team.team} by level in each area`}
        columns={columns}
        rows={team.competencies}
        keyOf={({ competency }) => competency}
        whenNarrow="scroll"
      />
    </Section>
  );
};
