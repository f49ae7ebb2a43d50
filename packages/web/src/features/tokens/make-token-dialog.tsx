import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { formatDate } from "../../design/date.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Notice } from "../../design/notice.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { Select } from "../../design/select.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { ScopeChoice } from "./scope-choice.tsx";

const lengths = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "180 days" },
  { value: "366", label: "a year" },
] as const;

const useTokenForm = () => {
  const make = useAct("POST /api/tokens", ["GET /api/tokens"]);
  const [name, setName] = useState("");
  const [days, setDays] = useState<(typeof lengths)[number]["value"]>("90");
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [wasSent, setSent] = useState(false);
  const send = () => {
    setSent(true);
    if (name.trim() === "" || scopes.length === 0) return;
    const body = { name: name.trim(), scopes: [...scopes], expiresInDays: Number(days) };
    void make.act({ body });
  };
  return {
    make,
    name,
    setName,
    days,
    setDays,
    scopes,
    setScopes,
    send,
    nameFault:
      wasSent && name.trim() === ""
        ? "Name what will use it, such as deploy pipeline."
        : faultOf(make.problem, "name"),
    scopesFault: wasSent && scopes.length === 0 ? "Choose at least one right." : null,
  };
};

const TokenForm = ({ form }: { readonly form: ReturnType<typeof useTokenForm> }) => (
  <>
    <div className="token-form">
      <TextField
        label="Name"
        value={form.name}
        onChange={form.setName}
        maxLength={200}
        autoComplete="off"
        placeholder="deploy pipeline"
        error={form.nameFault}
      />
      <Select label="Lasts" value={form.days} options={lengths} onChange={form.setDays} />
    </div>
    <ScopeChoice scopes={form.scopes} onChange={form.setScopes} error={form.scopesFault} />
    {form.make.problem ? <ProblemNote problem={form.make.problem} /> : null}
  </>
);

export const MakeTokenDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const form = useTokenForm();
  const { value } = form.make;
  if (value) {
    return (
      <Dialog
        title={`${value.token.name} is made`}
        isOpen
        onClose={onClose}
        role="alertdialog"
        width="wide"
        actions={<Button onPress={onClose}>I have copied it</Button>}
      >
        <Notice tone="good" isLive title="Copy the secret now.">
          It is stored hashed and can never be shown again. Put it where the pipeline keeps its
          secrets, not into a file of the repository.
        </Notice>
        <CopyField
          label="Secret"
          value={value.secret}
          description={`Works until ${formatDate(value.token.expiresAt)}.`}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Make an access token"
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={form.make.isPending} onPress={form.send}>
            Make the token
          </Button>
        </>
      }
    >
      <TokenForm form={form} />
    </Dialog>
  );
};
