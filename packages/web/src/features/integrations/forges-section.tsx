import type { ForgeView } from "@checkride/api/forges";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Loading } from "../../design/loading.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useAct, useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { AddForgeDialog } from "./add-forge-dialog.tsx";
import { kindWords } from "./forge-words.ts";

const columnsFor = (
  onRemove: ((forge: ForgeView) => void) | null,
): readonly Column<ForgeView>[] => [
  { key: "id", title: "Forge", isRowHeader: true, cell: ({ id }) => id },
  { key: "kind", title: "Kind", cell: ({ kind }) => kindWords[kind] },
  {
    key: "callback",
    title: "Leads back to",
    cell: ({ callback }) => <code className="hook-url">{callback}</code>,
  },
  {
    key: "remove",
    title: "Remove",
    hideTitle: true,
    align: "end",
    cell: (forge) =>
      onRemove === null ? null : (
        <Button label={`Remove ${forge.id}`} onPress={() => onRemove(forge)}>
          Remove
        </Button>
      ),
  },
];

const RemoveForge = ({
  forge,
  onClose,
}: {
  readonly forge: ForgeView;
  readonly onClose: () => void;
}) => {
  const remove = useAct("DELETE /api/forges/{forge}", ["GET /api/forges"]);
  const confirm = async () => {
    if ((await remove.act({ params: { forge: forge.id } })).ok) onClose();
  };
  return (
    <ConfirmDialog
      title={`Let nobody sign in to ${forge.id} any more?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Remove it"
      isPending={remove.isPending}
      problem={remove.problem}
    >
      <p>Accounts that are linked stay linked.</p>
    </ConfirmDialog>
  );
};

/** Where people show that an account is theirs. */
export const ForgesSection = () => {
  const { can } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ForgeView | null>(null);
  const answer = useQueryAnswer("GET /api/forges", {});
  const forges = answer.value?.forges ?? null;
  const mayWrite = can("forges:write");
  return (
    <Section
      title="Sign-in at forges"
      aside={mayWrite ? <Button onPress={() => setAdding(true)}>Add a forge</Button> : null}
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="forges" /> : null}
      {forges && forges.length > 0 ? (
        <DataTable
          caption="Forges"
          columns={columnsFor(mayWrite ? setRemoving : null)}
          rows={forges}
          keyOf={({ id }) => id}
        />
      ) : null}
      {forges?.length === 0 ? (
        <Empty title="Nobody can link an account by themselves.">
          With a forge named here, people sign in to it once, and gates know whose changes theirs
          are.
        </Empty>
      ) : null}
      {isAdding ? <AddForgeDialog onClose={() => setAdding(false)} /> : null}
      {removing ? <RemoveForge forge={removing} onClose={() => setRemoving(null)} /> : null}
    </Section>
  );
};
