import type { GithubAppView } from "@checkride/api/github-apps";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";
import { ChangeGithubDialog, RenewGithubDialog } from "./change-github-dialog.tsx";

type OneApp = { readonly app: GithubAppView; readonly onClose: () => void };

const Disconnect = ({ app, onClose }: OneApp) => {
  const navigate = useNavigate();
  const remove = useAct("DELETE /api/github-apps/{app}", ["GET /api/github-apps"]);
  const confirm = async () => {
    const removed = await remove.act({ params: { app: app.id } });
    if (removed.ok) void navigate({ to: "/integrations" });
  };
  return (
    <ConfirmDialog
      title={`Disconnect ${app.name}?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmLabel="Disconnect it"
      isPending={remove.isPending}
      problem={remove.problem}
    >
      <p>
        Pull requests get no answer any more, and deployments that wait for one go on waiting. What
        it asked stays in the ledger.
      </p>
    </ConfirmDialog>
  );
};

const dialogs = { change: ChangeGithubDialog, renew: RenewGithubDialog, remove: Disconnect };

export const GithubActions = ({ app }: { readonly app: GithubAppView }) => {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const test = useAct("POST /api/github-apps/{app}/tests");
  const Asked = open === null ? null : dialogs[open];
  return (
    <>
      <Button
        variant="go"
        isPending={test.isPending}
        onPress={() => void test.act({ params: { app: app.id } })}
      >
        Test the connection
      </Button>
      <Button onPress={() => setOpen("change")}>Change the rules</Button>
      <Button onPress={() => setOpen("renew")}>New key or secret</Button>
      <Button variant="danger" onPress={() => setOpen("remove")}>
        Disconnect
      </Button>
      {test.problem ? <ProblemNote problem={test.problem} /> : null}
      {test.value ? (
        <Notice tone={test.value.works ? "good" : "bad"} isLive title={test.value.says} />
      ) : null}
      {Asked ? <Asked app={app} onClose={() => setOpen(null)} /> : null}
    </>
  );
};
