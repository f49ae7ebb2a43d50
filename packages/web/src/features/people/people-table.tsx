import type { PersonRow } from "@checkride/api/people";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Kbd } from "../../design/kbd.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { useRowKeys } from "../../design/use-row-keys.ts";
import type { CertificateChoice } from "./people-filters.tsx";
import { statusWords } from "./person-words.ts";
import { summarise } from "./standing-summary.ts";
import "./people.css";

const Name = ({ row }: { readonly row: PersonRow }) => (
  <div className="people-name">
    <Link to="/people/$person" params={{ person: row.id }}>
      {row.name}
    </Link>
    <span className="muted">{row.status === "active" ? row.email : statusWords[row.status]}</span>
  </div>
);

type PeopleTableProps = {
  readonly rows: readonly PersonRow[];
  readonly certificates: readonly CertificateChoice[];
};

export const PeopleTable = ({ rows, certificates }: PeopleTableProps) => {
  const frame = useRowKeys<HTMLDivElement>();
  const titles = new Map(certificates.map(({ certificate, title }) => [certificate, title]));
  const columns: readonly Column<PersonRow>[] = [
    { key: "name", title: "Name", isRowHeader: true, cell: (row) => <Name row={row} /> },
    { key: "team", title: "Team", cell: ({ team }) => team ?? "–" },
    { key: "job", title: "Job", cell: ({ job }) => job ?? "–" },
    { key: "tier", title: "Tier", cell: ({ tier }) => tier ?? "–" },
    {
      key: "standing",
      title: "Standing",
      cell: ({ standings }) => (
        <div className="people-pills">
          {standings.length === 0 ? <span className="muted">Nothing asked</span> : null}
          {summarise(standings, (id) => titles.get(id) ?? id).map((pill) => (
            <StandingPill key={pill.text} {...pill} />
          ))}
        </div>
      ),
    },
  ];
  return (
    <div ref={frame} className="people-table">
      <p className="people-hint">
        <Kbd keys={["↑", "↓"]} /> go from person to person, <Kbd keys={["Enter"]} /> opens one
      </p>
      <DataTable caption="People" columns={columns} rows={rows} keyOf={({ id }) => id} />
    </div>
  );
};
