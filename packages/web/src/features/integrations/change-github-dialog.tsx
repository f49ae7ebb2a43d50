import type { GithubAppView } from "@checkride/api/github-apps";
import { type ReactNode, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { type Act, useAct } from "../../shell/query.ts";
import { bodyOfRules, GithubRuleFields, type GithubRules } from "./github-rules.tsx";
import { PrivateKeyField } from "./private-key-field.tsx";

type OneApp = { readonly app: GithubAppView; readonly onClose: () => void };
type Change = Act<"PATCH /api/github-apps/{app}">;

type SaveDialogProps = {
  readonly title: string;
  readonly change: Change;
  readonly isReady: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

const SaveDialog = ({ title, change, isReady, onSave, onClose, children }: SaveDialogProps) => (
  <Dialog
    title={title}
    isOpen
    onClose={onClose}
    width="wide"
    actions={
      <>
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="go" isPending={change.isPending} isDisabled={!isReady} onPress={onSave}>
          Save
        </Button>
      </>
    }
  >
    {children}
    {change.problem ? <ProblemNote problem={change.problem} /> : null}
  </Dialog>
);

const useChange = () => useAct("PATCH /api/github-apps/{app}", ["GET /api/github-apps"]);

export const ChangeGithubDialog = ({ app, onClose }: OneApp) => {
  const change = useChange();
  const [rules, setRules] = useState<GithubRules>(app);
  const save = async () => {
    const changed = await change.act({ params: { app: app.id }, body: bodyOfRules(rules) });
    if (changed.ok) onClose();
  };
  return (
    <SaveDialog
      title={`What ${app.name} asks`}
      change={change}
      isReady
      onSave={() => void save()}
      onClose={onClose}
    >
      <GithubRuleFields rules={rules} onChange={setRules} problem={change.problem} />
    </SaveDialog>
  );
};

export const RenewGithubDialog = ({ app, onClose }: OneApp) => {
  const change = useChange();
  const [privateKey, setPrivateKey] = useState("");
  const [webhookSecret, setWebhookSecret] = useState("");
  const body = {
    ...(privateKey.trim() === "" ? {} : { privateKey }),
    ...(webhookSecret === "" ? {} : { webhookSecret }),
  };
  const save = async () => {
    if ((await change.act({ params: { app: app.id }, body })).ok) onClose();
  };
  return (
    <SaveDialog
      title={`New key or secret of ${app.name}`}
      change={change}
      isReady={Object.keys(body).length > 0}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PrivateKeyField
        value={privateKey}
        onChange={setPrivateKey}
        error={faultOf(change.problem, "privateKey")}
      />
      <TextField
        label="Webhook secret"
        type="password"
        value={webhookSecret}
        onChange={setWebhookSecret}
        autoComplete="off"
        description="What is left empty stays as it is."
        error={faultOf(change.problem, "webhookSecret")}
      />
    </SaveDialog>
  );
};
