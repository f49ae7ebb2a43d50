import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Checkbox } from "../../design/checkbox.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { Select } from "../../design/select.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { listOf } from "./forge-words.ts";
import { RowList } from "./row-list.tsx";

const kinds = [
  { value: "github", label: "GitHub Actions" },
  { value: "gitlab", label: "GitLab CI" },
] as const;

const hosted = {
  github: "https://token.actions.githubusercontent.com",
  gitlab: "https://gitlab.com",
};

type AllowedDraft = {
  readonly repository: string;
  readonly id: string;
  readonly gates: string;
  readonly pullRequests: boolean;
};

const blank: AllowedDraft = { repository: "", id: "", gates: "", pullRequests: false };

const usePipelinesForm = () => {
  const add = useAct("POST /api/ci-issuers", ["GET /api/ci-issuers"]);
  const [kind, setKind] = useState<keyof typeof hosted>("github");
  const [issuer, setIssuer] = useState("");
  const [audience, setAudience] = useState("");
  const [allowed, setAllowed] = useState<readonly AllowedDraft[]>([blank]);
  const send = () =>
    add.act({
      body: {
        kind,
        ...(issuer.trim() === "" ? {} : { issuer: issuer.trim() }),
        audience: audience.trim() || null,
        allowed: allowed.map(({ repository, id, gates, pullRequests }) => ({
          repository: repository.trim(),
          id: id.trim() || null,
          gates: listOf(gates),
          pullRequests,
        })),
      },
    });
  const isReady = allowed.every(
    ({ repository, gates }) => repository.trim() !== "" && listOf(gates).length > 0,
  );
  return {
    isReady,
    add,
    kind,
    setKind,
    issuer,
    setIssuer,
    audience,
    setAudience,
    allowed,
    setAllowed,
    send,
  };
};

type Form = ReturnType<typeof usePipelinesForm>;

const Allowed = ({ form }: { readonly form: Form }) => (
  <RowList
    legend="Repositories"
    addLabel="Add a repository"
    one="repository"
    rows={form.allowed}
    blank={blank}
    onChange={form.setAllowed}
    error={faultOf(form.add.problem, "allowed")}
  >
    {({ repository, id, gates, pullRequests }, change) => (
      <>
        <TextField
          label="Repository"
          value={repository}
          onChange={(value) => change({ repository: value })}
          placeholder="owner/name or owner/*"
          autoComplete="off"
        />
        <TextField
          label="Its number, if you like"
          value={id}
          onChange={(value) => change({ id: value })}
          autoComplete="off"
        />
        <TextField
          label="Gates"
          value={gates}
          onChange={(value) => change({ gates: value })}
          placeholder="deploy/production, models/*"
          autoComplete="off"
        />
        <Checkbox isSelected={pullRequests} onChange={(value) => change({ pullRequests: value })}>
          Pull requests may ask
        </Checkbox>
      </>
    )}
  </RowList>
);

const Fields = ({ form }: { readonly form: Form }) => (
  <>
    <div className="hook-columns">
      <Select label="Kind" value={form.kind} options={kinds} onChange={form.setKind} />
      <TextField
        label="Issuer"
        type="url"
        value={form.issuer}
        onChange={form.setIssuer}
        placeholder={hosted[form.kind]}
        description="Empty: the hosted one."
        autoComplete="off"
        error={faultOf(form.add.problem, "issuer")}
      />
      <TextField
        label="Meant for"
        value={form.audience}
        onChange={form.setAudience}
        placeholder={window.location.origin}
        description="The audience in the token; empty: this address."
        autoComplete="off"
        error={faultOf(form.add.problem, "audience")}
      />
    </div>
    <p className="muted">
      A name can be given up and taken by somebody else; with its number a repository stays the one
      you meant.
    </p>
    <Allowed form={form} />
    {form.add.problem ? <ProblemNote problem={form.add.problem} /> : null}
  </>
);

export const AddPipelinesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const form = usePipelinesForm();
  const send = async () => {
    if ((await form.send()).ok) onClose();
  };
  return (
    <Dialog
      title="Believe the pipelines of a forge"
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
            Believe them
          </Button>
        </>
      }
    >
      <Fields form={form} />
    </Dialog>
  );
};
