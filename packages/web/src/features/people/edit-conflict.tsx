import { DataTable } from "../../design/data-table.tsx";
import { Notice } from "../../design/notice.tsx";
import { differences, type PersonDraft } from "./person-draft.ts";

type EditConflictProps = {
  readonly base: PersonDraft;
  readonly yours: PersonDraft;
  readonly theirs: PersonDraft;
};

/** Two people edited at once: what the other one saved beside what is written here. */
export const EditConflict = ({ base, yours, theirs }: EditConflictProps) => {
  const rows = differences(base, yours, theirs);
  return (
    <>
      <Notice tone="warning" isLive title="Somebody changed this meanwhile">
        Nothing of yours is lost. Your changes can be saved beside theirs; where both of you changed
        the same field, yours would count.
      </Notice>
      <DataTable
        caption="Differences"
        columns={[
          { key: "field", title: "Field", isRowHeader: true, cell: ({ field }) => field },
          {
            key: "yours",
            title: "Yours",
            cell: ({ yours: mine }) => (mine === null ? "not touched" : mine || "–"),
          },
          { key: "theirs", title: "Saved meanwhile", cell: (row) => row.theirs || "–" },
        ]}
        rows={rows}
        keyOf={({ field }) => field}
      />
    </>
  );
};
