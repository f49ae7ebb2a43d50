import type { PeopleImport } from "@checkride/api/imports";
import { DataTable } from "../../design/data-table.tsx";

type Row = PeopleImport["sample"][number];

const words: Readonly<Record<Row["does"], string>> = {
  add: "+ Add",
  change: "± Change",
  nothing: "= Unchanged",
};

export const ImportSample = ({ sample }: { readonly sample: readonly Row[] }) => (
  <DataTable
    caption="The first rows of the file"
    columns={[
      { key: "name", title: "Person", isRowHeader: true, cell: ({ name, email }) => name || email },
      { key: "email", title: "E-mail address", cell: ({ email }) => email },
      { key: "does", title: "Would do", cell: ({ does }) => words[does] },
      { key: "changes", title: "What", cell: ({ changes }) => changes.join("; ") || "–" },
      { key: "line", title: "Line", align: "end", cell: ({ line }) => line },
    ]}
    rows={sample}
    keyOf={({ line }) => String(line)}
  />
);
