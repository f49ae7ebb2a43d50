import type { GithubAppView } from "@checkride/api/github-apps";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { bodyOfRules, GithubRuleFields, type GithubRules } from "./github-rules.tsx";
import { PrivateKeyField } from "./private-key-field.tsx";

/** Long enough that nobody guesses it; it is typed by nobody. */
const freshSecret = (): string =>
  [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const useConnectForm = () => {
  const connect = useAct("POST /api/github-apps", ["GET /api/github-apps"]);
  const [name, setName] = useState("");
  const [apiUrl, setApiUrl] = useState("https://api.github.com");
  const [appId, setAppId] = useState("");
  const [privateKey, setPrivateKey] = useState("");
  const [webhookSecret] = useState(freshSecret);
  const [rules, setRules] = useState<GithubRules>({ checks: [], deployments: [] });
  const send = () => {
    const texts = { name, apiUrl, appId: appId.trim(), privateKey, webhookSecret };
    void connect.act({ body: { ...texts, ...bodyOfRules(rules) } });
  };
  const isReady = name.trim() !== "" && appId.trim() !== "" && privateKey.trim() !== "";
  return {
    ...{ connect, name, setName, apiUrl, setApiUrl, appId, setAppId, privateKey, setPrivateKey },
    ...{ webhookSecret, rules, setRules, send, isReady },
  };
};

type Form = ReturnType<typeof useConnectForm>;

const Fields = ({ form }: { readonly form: Form }) => {
  const { problem } = form.connect;
  return (
    <>
      <div className="hook-columns">
        <TextField
          label="Name"
          value={form.name}
          onChange={form.setName}
          placeholder="checkride-gates"
          autoComplete="off"
          error={faultOf(problem, "name")}
        />
        <TextField
          label="Number of the app"
          value={form.appId}
          onChange={form.setAppId}
          description="“App ID” on the app's page at GitHub."
          autoComplete="off"
          error={faultOf(problem, "appId")}
        />
        <TextField
          label="Address of the API"
          type="url"
          value={form.apiUrl}
          onChange={form.setApiUrl}
          description="An Enterprise Server has its own, ending in /api/v3."
          autoComplete="off"
          error={faultOf(problem, "apiUrl")}
        />
      </div>
      <PrivateKeyField
        value={form.privateKey}
        onChange={form.setPrivateKey}
        error={faultOf(problem, "privateKey")}
      />
      <GithubRuleFields rules={form.rules} onChange={form.setRules} problem={problem} />
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
};

type ConnectedProps = {
  readonly app: GithubAppView;
  readonly secret: string;
  readonly onClose: () => void;
};

const Connected = ({ app, secret, onClose }: ConnectedProps) => (
  <Dialog
    title={`${app.name} is connected`}
    isOpen
    onClose={onClose}
    role="alertdialog"
    width="wide"
    actions={<Button onPress={onClose}>I have copied both</Button>}
  >
    <Notice tone="good" isLive title="Enter both at GitHub now.">
      In the app's settings under “Webhook”. The secret can never be shown again.
    </Notice>
    <CopyField label="Webhook URL" value={app.receiver} />
    <CopyField label="Webhook secret" value={secret} />
  </Dialog>
);

export const ConnectGithubDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const form = useConnectForm();
  const { value, isPending } = form.connect;
  if (value) return <Connected app={value} secret={form.webhookSecret} onClose={onClose} />;
  return (
    <Dialog
      title="Connect a GitHub App"
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={isPending} isDisabled={!form.isReady} onPress={form.send}>
            Connect it
          </Button>
        </>
      }
    >
      <Fields form={form} />
    </Dialog>
  );
};
