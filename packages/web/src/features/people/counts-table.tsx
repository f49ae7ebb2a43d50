import type { Answer } from "@checkride/api/client";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { ProgressBar } from "../../design/progress-bar.tsx";
import { StandingPill } from "../../design/standing-pill.tsx";
import { holdingOf, pointsAtFew } from "./standing-summary.ts";

type CertificateCount = Answer<"GET /api/people/counts">["certificates"][number];

type CountRow = {
  readonly key: string;
  readonly name: string;
  readonly note: string | null;
  readonly count: CertificateCount | undefined;
};

type CountsTableProps = {
  readonly caption: string;
  /** What the rows are: certificates or teams. */
  readonly first: string;
  readonly rows: readonly CountRow[];
};

const shown = ({ count }: CountRow): CertificateCount | null =>
  count === undefined || pointsAtFew(count.required) ? null : count;

const Held = ({ row }: { readonly row: CountRow }) => {
  const count = shown(row);
  if (count) {
    return (
      <ProgressBar label={`${row.name}, held`} done={holdingOf(count.states)} of={count.required} />
    );
  }
  return (
    <span className="muted">{row.count?.required ? "fewer than five asked" : "nobody asked"}</span>
  );
};

const Overdue = ({ row }: { readonly row: CountRow }) => {
  const overdue = shown(row)?.overdue ?? null;
  if (overdue === null) return "–";
  return overdue > 0 ? <StandingPill state="none" overdue text={`${overdue} overdue`} /> : "0";
};

export const CountsTable = ({ caption, first, rows }: CountsTableProps) => {
  const columns: readonly Column<CountRow>[] = [
    {
      key: "name",
      title: first,
      isRowHeader: true,
      cell: ({ name, note }) => (
        <div className="people-name">
          {name}
          {note === null ? null : <span className="muted">{note}</span>}
        </div>
      ),
    },
    { key: "held", title: "Held, of those asked", cell: (row) => <Held row={row} /> },
    { key: "due", title: "Due soon", cell: (row) => shown(row)?.states.due ?? "–" },
    { key: "overdue", title: "Overdue", cell: (row) => <Overdue row={row} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ key }) => key} />;
};
