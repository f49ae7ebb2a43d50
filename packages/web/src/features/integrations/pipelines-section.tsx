import type { CiIssuerView } from "@checkride/api/forges";
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
import { AddPipelinesDialog } from "./add-pipelines-dialog.tsx";
import { allowedWords, kindWords } from "./forge-words.ts";

const refresh = ["GET /api/ci-issuers"];

const columnsFor = (
  onRemove: ((issuer: CiIssuerView) => void) | null,
): readonly Column<CiIssuerView>[] => [
  {
    key: "issuer",
    title: "Tokens of",
    isRowHeader: true,
    cell: ({ kind, issuer }) => (
      <div className="hook-name">
        {kindWords[kind]}
        <span className="mono">{issuer}</span>
      </div>
    ),
  },
  {
    key: "allowed",
    title: "May ask",
    cell: ({ allowed }) => (
      <ul className="hook-lines">
        {allowed.map((one) => (
          <li key={one.repository}>
            <code>{one.repository}</code>: {allowedWords(one)}
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: "audience",
    title: "Meant for",
    cell: ({ audience }) => (audience === null ? "this address" : <code>{audience}</code>),
  },
  {
    key: "remove",
    title: "Remove",
    hideTitle: true,
    align: "end",
    cell: (issuer) =>
      onRemove === null ? null : (
        <Button label={`Remove ${issuer.issuer}`} onPress={() => onRemove(issuer)}>
          Remove
        </Button>
      ),
  },
];

const RemoveIssuer = ({
  issuer,
  onClose,
}: {
  readonly issuer: CiIssuerView;
  readonly onClose: () => void;
}) => {
  const remove = useAct("DELETE /api/ci-issuers/{issuer}", refresh);
  const confirm = async () => {
    if ((await remove.act({ params: { issuer: issuer.id } })).ok) onClose();
  };
  return (
    <ConfirmDialog
      title={`Believe ${issuer.issuer} no more?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Remove it"
      isPending={remove.isPending}
      problem={remove.problem}
    >
      <p>
        Its pipelines are refused from now on; with offline answers at the latest when those end.
      </p>
    </ConfirmDialog>
  );
};

/** Pipelines that ask with nothing but the token that their forge gave them. */
export const PipelinesSection = () => {
  const { can } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<CiIssuerView | null>(null);
  const answer = useQueryAnswer("GET /api/ci-issuers", {});
  const issuers = answer.value?.issuers ?? null;
  const mayWrite = can("forges:write");
  return (
    <Section
      title="Pipelines"
      aside={mayWrite ? <Button onPress={() => setAdding(true)}>Believe pipelines</Button> : null}
    >
      {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {answer.isLoading ? <Loading what="pipelines" /> : null}
      {issuers && issuers.length > 0 ? (
        <DataTable
          caption="Issuers of pipeline tokens"
          columns={columnsFor(mayWrite ? setRemoving : null)}
          rows={issuers}
          keyOf={({ id }) => id}
        />
      ) : null}
      {issuers?.length === 0 ? (
        <Empty title="No pipeline is believed by its forge's token.">
          GitHub Actions and GitLab give each run a signed token that says which repository it runs
          for. With it a pipeline asks a gate without keeping any secret of ours.
        </Empty>
      ) : null}
      {isAdding ? <AddPipelinesDialog onClose={() => setAdding(false)} /> : null}
      {removing ? <RemoveIssuer issuer={removing} onClose={() => setRemoving(null)} /> : null}
    </Section>
  );
};
