import { useState } from "react";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { csvOf } from "./forge-words.ts";

type LinkAccountProps = { readonly personId: string; readonly onClose: () => void };

export const LinkAccountDialog = ({ personId, onClose }: LinkAccountProps) => {
  const [forge, setForge] = useState("github.com");
  const [account, setAccount] = useState("");
  const [login, setLogin] = useState("");
  const link = useAct("POST /api/forge-accounts/imports", ["GET /api/forge-accounts"]);
  const confirm = async () => {
    const row = { forge: forge.trim(), account: account.trim(), login: login.trim() };
    if ((await link.act({ body: csvOf({ ...row, person: personId }) })).ok) onClose();
  };
  return (
    <ConfirmDialog
      title="Link an account"
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Link it"
      isDanger={false}
      isReady={forge.trim() !== "" && account.trim() !== ""}
      isPending={link.isPending}
      problem={link.problem}
    >
      <TextField label="Forge" value={forge} onChange={setForge} autoComplete="off" />
      <TextField
        label="Number of the account"
        value={account}
        onChange={setAccount}
        autoComplete="off"
        description="GitHub shows it at api.github.com/users/ followed by the login, GitLab on the profile. A login can change hands, its number cannot."
      />
      <TextField label="Login, to show" value={login} onChange={setLogin} autoComplete="off" />
    </ConfirmDialog>
  );
};
