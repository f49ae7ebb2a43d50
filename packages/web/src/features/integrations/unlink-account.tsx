import type { LinkedAccount } from "@checkride/api/forges";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { useAct } from "../../shell/query.ts";
import { accountWords } from "./forge-words.ts";

type UnlinkProps = {
  readonly account: Pick<LinkedAccount, "forge" | "id" | "login">;
  /** One's own needs no right. */
  readonly isOwn?: boolean;
  readonly onClose: () => void;
};

export const UnlinkAccount = ({ account, isOwn = false, onClose }: UnlinkProps) => {
  const refresh = ["GET /api/forge-accounts", "GET /api/me/forge-accounts"];
  const own = useAct("DELETE /api/me/forge-accounts/{forge}/{account}", refresh);
  const any = useAct("DELETE /api/forge-accounts/{forge}/{account}", refresh);
  const unlink = isOwn ? own : any;
  const confirm = async () => {
    const params = { forge: account.forge, account: account.id };
    if ((await unlink.act({ params })).ok) onClose();
  };
  return (
    <ConfirmDialog
      title={`Unlink ${accountWords(account)} at ${account.forge}?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Unlink it"
      isPending={unlink.isPending}
      problem={unlink.problem}
    >
      <p>
        Gates that keep out authors whom nobody knows keep out this account's changes from now on.
      </p>
    </ConfirmDialog>
  );
};
