import type { PeopleImport } from "@checkride/api/imports";
import { DataTable } from "../../design/data-table.tsx";
import { Section } from "../../design/section.tsx";

type Fault = PeopleImport["faults"][number];

const keyOf = ({ line, column, says }: Fault): string => `${line} ${column} ${says}`;

export const ImportFaults = ({ read }: { readonly read: PeopleImport }) => (
  <Section
    title="What is wrong"
    aside={
      read.faults.length < read.faultCount
        ? `the first ${read.faults.length} of ${read.faultCount.toLocaleString("en-GB")}`
        : null
    }
  >
    <DataTable
      caption="Faults in the file"
      columns={[
        { key: "line", title: "Line", isRowHeader: true, cell: ({ line }) => line },
        { key: "column", title: "Column", cell: ({ column }) => <code>{column ?? "–"}</code> },
        {
          key: "value",
          title: "Value",
          cell: ({ value }) =>
            value === null ? "–" : <code>{value === "" ? "(empty)" : value}</code>,
        },
        { key: "says", title: "What is wrong", cell: ({ says }) => says },
      ]}
      rows={read.faults}
      keyOf={keyOf}
    />
  </Section>
);
