import type { LinkedAccount } from "@checkride/api/forges";
import { Button } from "../../design/button.tsx";
import { type Column, DataTable } from "../../design/data-table.tsx";
import { Empty } from "../../design/empty.tsx";
import { Moment } from "../../design/moment.tsx";
import { accountWords, howWords } from "./forge-words.ts";

type AccountListProps = {
  readonly accounts: readonly LinkedAccount[];
  /** Null: it is not theirs to unlink. */
  readonly onUnlink: ((account: LinkedAccount) => void) | null;
};

const columnsFor = (onUnlink: AccountListProps["onUnlink"]): readonly Column<LinkedAccount>[] => [
  { key: "account", title: "Account", isRowHeader: true, cell: accountWords },
  { key: "forge", title: "Forge", cell: ({ forge }) => forge },
  { key: "how", title: "How", cell: ({ how }) => howWords[how] },
  { key: "since", title: "Since", cell: ({ linkedAt }) => <Moment at={linkedAt} as="iso" /> },
  {
    key: "unlink",
    title: "Unlink",
    hideTitle: true,
    align: "end",
    cell: (account) =>
      onUnlink === null ? null : (
        <Button
          label={`Unlink ${accountWords(account)} at ${account.forge}`}
          onPress={() => onUnlink(account)}
        >
          Unlink
        </Button>
      ),
  },
];

/** The accounts of one person. */
export const AccountList = ({ accounts, onUnlink }: AccountListProps) =>
  accounts.length === 0 ? (
    <Empty title="No account is linked." />
  ) : (
    <DataTable
      caption="Linked accounts"
      columns={columnsFor(onUnlink)}
      rows={accounts}
      keyOf={({ forge, id }) => `${forge} ${id}`}
    />
  );
