import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { Select } from "../../design/select.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";

const kinds = [
  { value: "github", label: "GitHub" },
  { value: "gitlab", label: "GitLab" },
] as const;

const hosted = { github: "https://github.com", gitlab: "https://gitlab.com" };

/** The client is registered there first, and asks for this. */
const callbackOf = (url: string): string =>
  URL.canParse(url) ? `${window.location.origin}/api/forges/${new URL(url).host}/callback` : "";

const useForgeForm = () => {
  const add = useAct("POST /api/forges", ["GET /api/forges"]);
  const [kind, setKind] = useState<keyof typeof hosted>("github");
  const [url, setUrl] = useState("");
  const [clientId, setClientId] = useState("");
  const [clientSecret, setClientSecret] = useState("");
  const address = url.trim();
  const send = () =>
    add.act({
      body: { kind, clientId, clientSecret, ...(address === "" ? {} : { url: address }) },
    });
  const isReady = clientId.trim() !== "" && clientSecret.trim() !== "";
  const callback = callbackOf(address || hosted[kind]);
  return {
    ...{ add, kind, setKind, url, setUrl, clientId, setClientId, clientSecret, setClientSecret },
    ...{ send, isReady, callback },
  };
};

const Fields = ({ form }: { readonly form: ReturnType<typeof useForgeForm> }) => {
  const { problem } = form.add;
  return (
    <>
      <div className="hook-columns">
        <Select label="Kind" value={form.kind} options={kinds} onChange={form.setKind} />
        <TextField
          label="Address"
          type="url"
          value={form.url}
          onChange={form.setUrl}
          placeholder={hosted[form.kind]}
          description="Empty: the hosted one."
          autoComplete="off"
          error={faultOf(problem, "url")}
        />
      </div>
      <CopyField
        label="Callback URL"
        value={form.callback}
        description="Register an OAuth application at the forge with this address; it gives you the two below."
      />
      <div className="hook-columns">
        <TextField
          label="Client ID"
          value={form.clientId}
          onChange={form.setClientId}
          autoComplete="off"
          error={faultOf(problem, "clientId")}
        />
        <TextField
          label="Client secret"
          type="password"
          value={form.clientSecret}
          onChange={form.setClientSecret}
          autoComplete="off"
          error={faultOf(problem, "clientSecret")}
        />
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
};

export const AddForgeDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const form = useForgeForm();
  const send = async () => {
    if ((await form.send()).ok) onClose();
  };
  return (
    <Dialog
      title="Let people sign in to a forge"
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="go"
            isPending={form.add.isPending}
            isDisabled={!form.isReady}
            onPress={() => void send()}
          >
            Add the forge
          </Button>
        </>
      }
    >
      <Fields form={form} />
    </Dialog>
  );
};
