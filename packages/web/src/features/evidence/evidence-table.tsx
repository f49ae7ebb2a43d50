import type { EvidenceRow } from "@checkride/api/evidence";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Moment } from "../../design/moment.tsx";
import { Pill } from "../../design/pill.tsx";
import { useRowKeys } from "../../design/use-row-keys.ts";
import { bodyGist } from "./body-facts.ts";

const columns: readonly Column<EvidenceRow>[] = [
  {
    key: "kind",
    title: "Kind",
    isRowHeader: true,
    cell: ({ id, kind }) => (
      <Link to="/evidence/$evidence" params={{ evidence: id }} className="mono">
        {kind}
      </Link>
    ),
  },
  {
    key: "gist",
    title: "What",
    cell: ({ body, erased }) =>
      erased ? (
        <Pill tone="none" glyph="◇">
          Erased
        </Pill>
      ) : (
        <span className="evidence-gist">{bodyGist(body)}</span>
      ),
  },
  {
    key: "person",
    title: "About",
    cell: ({ person }) =>
      person ? (
        <Link to="/people/$person" params={{ person: person.id }}>
          {person.name}
        </Link>
      ) : (
        "–"
      ),
  },
  { key: "actor", title: "By", cell: ({ actor }) => actor?.name ?? "–" },
  { key: "at", title: "When", cell: ({ at }) => <Moment at={at} as="minute" /> },
  {
    key: "seq",
    title: "Number",
    align: "end",
    cell: ({ seq }) => (
      <span className="mono">{seq === null ? "waits" : seq.toLocaleString("en-GB")}</span>
    ),
  },
];

export const EvidenceTable = ({ rows }: { readonly rows: readonly EvidenceRow[] }) => {
  const frame = useRowKeys<HTMLDivElement>();
  return (
    <div ref={frame} className="evidence-table">
      <DataTable
        caption="Evidence, newest first"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
      />
    </div>
  );
};
