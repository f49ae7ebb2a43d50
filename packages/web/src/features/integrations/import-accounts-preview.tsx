import type { Answer } from "@checkride/api/client";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { keyed } from "../../design/keyed.ts";
import { Section } from "../../design/section.tsx";

type Preview = Answer<"POST /api/forge-accounts/import-previews">;
type Row = Preview["rows"][number];

/** A long file is looked at by its beginning: each row of it is done the same way. */
const rowsShown = 200;

const columns: readonly Column<Row>[] = [
  { key: "line", title: "Line", cell: ({ line }) => line },
  { key: "person", title: "Person", isRowHeader: true, cell: ({ person }) => person.name },
  {
    key: "account",
    title: "Account",
    cell: ({ forge, account, login }) => `${login ?? ""} ${account} at ${forge}`.trim(),
  },
  {
    key: "does",
    title: "What it does",
    cell: ({ does }) => (does === "link" ? "links it" : "is linked so already"),
  },
];

const Faults = ({ faults }: Pick<Preview, "faults">) => (
  <Section
    title="What is wrong"
    aside={faults.length > rowsShown ? `the first ${rowsShown}` : null}
  >
    <DataTable
      caption="Faults in the file"
      columns={[
        { key: "line", title: "Line", isRowHeader: true, cell: ({ value }) => value.line },
        { key: "says", title: "What is wrong", cell: ({ value }) => value.says },
      ]}
      rows={keyed(faults.slice(0, rowsShown))}
      keyOf={({ key }) => key}
    />
  </Section>
);

type PreviewProps = {
  readonly preview: Preview;
  readonly isPending: boolean;
  readonly onLink: () => void;
};

export const ImportAccountsPreview = ({
  preview: { rows, faults },
  isPending,
  onLink,
}: PreviewProps) => {
  const links = rows.filter(({ does }) => does === "link").length;
  return (
    <>
      {faults.length > 0 ? <Faults faults={faults} /> : null}
      <Section
        title="What it would do"
        aside={rows.length > rowsShown ? `the first ${rowsShown} of ${rows.length} rows` : null}
      >
        <DataTable
          caption="Accounts in the file"
          columns={columns}
          rows={rows.slice(0, rowsShown)}
          keyOf={({ line }) => String(line)}
        />
        <p role="status">
          {faults.length > 0
            ? "Nothing can be linked before the faults are gone."
            : `${links} of ${rows.length} would be linked anew.`}
        </p>
        <div className="hook-act">
          <Button
            variant="go"
            isPending={isPending}
            isDisabled={faults.length > 0 || links === 0}
            onPress={onLink}
          >
            {links === 1 ? "Link 1 account" : `Link ${links} accounts`}
          </Button>
        </div>
      </Section>
    </>
  );
};
