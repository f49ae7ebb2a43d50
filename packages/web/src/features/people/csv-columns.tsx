import { Button } from "../../design/button.tsx";
import { DataTable } from "../../design/data-table.tsx";
import { downloadBlob } from "../../design/download.ts";
import { Section } from "../../design/section.tsx";
import { csvColumns, csvTemplate } from "./csv-template.ts";

const download = () =>
  downloadBlob("people.csv", new Blob([csvTemplate], { type: "text/csv;charset=utf-8" }));

export const CsvColumns = () => (
  <Section title="Columns" aside={<Button onPress={download}>Download a template</Button>}>
    <p className="muted">
      The first line names the columns, in any order. Several values stand in one cell with
      semicolons between them. A column that is left out changes nothing.
    </p>
    <DataTable
      caption="Columns of the CSV file"
      columns={[
        {
          key: "name",
          title: "Column",
          isRowHeader: true,
          cell: ({ name, isNeeded }) => (
            <>
              <code>{name}</code> {isNeeded ? <span className="muted">needed</span> : null}
            </>
          ),
        },
        { key: "says", title: "What it says", cell: ({ says }) => says },
        { key: "example", title: "Example", cell: ({ example }) => <code>{example}</code> },
      ]}
      rows={csvColumns}
      keyOf={({ name }) => name}
    />
  </Section>
);
