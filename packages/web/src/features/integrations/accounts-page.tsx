import type { Answer } from "@checkride/api/client";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { LinkButton } from "../../design/link-button.tsx";
import { Loading } from "../../design/loading.tsx";
import { Moment } from "../../design/moment.tsx";
import { Page } from "../../design/page.tsx";
import { Pager } from "../../design/pager.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { Section } from "../../design/section.tsx";
import { useCursors } from "../../shell/cursors.ts";
import { useQueryAnswer } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";
import { accountWords, howWords } from "./forge-words.ts";
import { UnlinkAccount } from "./unlink-account.tsx";
import "./integrations.css";

const limit = 50;

type Row = Answer<"GET /api/forge-accounts">["items"][number];

const columnsFor = (onUnlink: ((row: Row) => void) | null): readonly Column<Row>[] => [
  {
    key: "person",
    title: "Person",
    isRowHeader: true,
    cell: ({ person }) => (
      <Link to="/people/$person" params={{ person: person.id }}>
        {person.name}
      </Link>
    ),
  },
  {
    key: "account",
    title: "Account",
    cell: (row) => (
      <div className="hook-name">
        {accountWords(row)}
        <span className="mono">{row.id}</span>
      </div>
    ),
  },
  { key: "forge", title: "Forge", cell: ({ forge }) => forge },
  { key: "how", title: "How", cell: ({ how }) => howWords[how] },
  { key: "since", title: "Since", cell: ({ linkedAt }) => <Moment at={linkedAt} as="iso" /> },
  ...(onUnlink === null
    ? []
    : [
        {
          key: "unlink",
          title: "Unlink",
          hideTitle: true,
          align: "end" as const,
          cell: (row: Row) => (
            <Button
              label={`Unlink ${accountWords(row)} from ${row.person.name}`}
              onPress={() => onUnlink(row)}
            >
              Unlink
            </Button>
          ),
        },
      ]),
];

const kicker = (
  <>
    <Link to="/integrations">Integrations</Link> · Linked accounts
  </>
);

export const AccountsPage = () => {
  const { can } = useSession();
  const mayWrite = can("forges:write");
  const cursors = useCursors("");
  const [unlinking, setUnlinking] = useState<Row | null>(null);
  const query = { limit, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) };
  const answer = useQueryAnswer("GET /api/forge-accounts", { query }, { keepPrevious: true });
  const rows = answer.value?.items ?? null;
  const next = answer.value?.nextCursor ?? null;
  const first = cursors.pagesBefore * limit;
  return (
    <Page
      kicker={kicker}
      sentence={
        rows?.length === 0 ? "No account is linked to anybody yet." : "Whose account is whose."
      }
      sub="An account is known by its number at the forge: a login can change hands, its number cannot."
      actions={
        mayWrite ? <LinkButton to="/integrations/accounts/import">Link many</LinkButton> : null
      }
    >
      <Section title="Accounts">
        {answer.problem ? <ProblemNote problem={answer.problem} onRetry={answer.retry} /> : null}
        {answer.isLoading ? <Loading what="linked accounts" /> : null}
        {rows && rows.length > 0 ? (
          <DataTable
            caption="Linked accounts"
            columns={columnsFor(mayWrite ? setUnlinking : null)}
            rows={rows}
            keyOf={({ forge, id }) => `${forge} ${id}`}
          />
        ) : null}
        {rows?.length === 0 ? (
          <Empty title="Changes have no known authors.">
            People link their own accounts once a forge is named under Integrations; a file links
            many at once.
          </Empty>
        ) : null}
        {rows && (next !== null || cursors.goBack !== null) ? (
          <Pager
            shown={`${first + 1}–${first + rows.length}`}
            onPrevious={cursors.goBack}
            onNext={next === null ? null : () => cursors.goNext(next)}
            isPending={answer.isFetching}
          />
        ) : null}
      </Section>
      {unlinking ? <UnlinkAccount account={unlinking} onClose={() => setUnlinking(null)} /> : null}
    </Page>
  );
};
