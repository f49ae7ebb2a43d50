import { DataTable } from "../../design/data-table.tsx";
import { Notice } from "../../design/notice.tsx";
import { differences, type PersonDraft } from "./person-draft.ts";

type EditConflictProps = { readonly yours: PersonDraft; readonly theirs: PersonDraft };

/** Two people edited at once: what the other one saved beside what is written here. */
export const EditConflict = ({ yours, theirs }: EditConflictProps) => {
  const rows = differences(yours, theirs);
  return (
    <>
      <Notice tone="warning" isLive title="Somebody changed this meanwhile">
        {rows.length === 0
          ? "What they saved is the same as what you wrote."
          : "Nothing of yours is lost. Choose which of the two counts."}
      </Notice>
      {rows.length > 0 ? (
        <DataTable
          caption="Differences"
          columns={[
            { key: "field", title: "Field", isRowHeader: true, cell: ({ field }) => field },
            { key: "yours", title: "Yours", cell: (row) => row.yours || "–" },
            { key: "theirs", title: "Saved meanwhile", cell: (row) => row.theirs || "–" },
          ]}
          rows={rows}
          keyOf={({ field }) => field}
        />
      ) : null}
    </>
  );
};
