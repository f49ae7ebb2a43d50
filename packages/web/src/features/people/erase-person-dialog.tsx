import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";

type ErasePersonDialogProps = { readonly person: PersonCard; readonly onClose: () => void };

const WhatGoesAndStays = () => (
  <>
    <p>
      <b>Goes, for good:</b> name, e-mail address, team, job, attributes, sign-in, sessions, and of
      every fact about them the body, the person and the salt.
    </p>
    <p>
      <b>Stays:</b> that something of some kind was recorded at some time, as hashes that lead to
      nobody. The ledger still verifies, and certificates no longer open gates.
    </p>
  </>
);

const Erased = ({ facts, onClose }: { readonly facts: number; readonly onClose: () => void }) => (
  <Dialog
    title="Erased"
    isOpen
    onClose={onClose}
    role="alertdialog"
    actions={<Button onPress={onClose}>Done</Button>}
  >
    <p role="status">
      The person and the content of {facts.toLocaleString("en-GB")} {facts === 1 ? "fact" : "facts"}{" "}
      are gone. The ledger still verifies.
    </p>
  </Dialog>
);

export const ErasePersonDialog = ({ person, onClose }: ErasePersonDialogProps) => {
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const erase = useAct("POST /api/people/{person}/erase", ["GET "]);
  if (erase.value) return <Erased facts={erase.value.erasedEvidence} onClose={onClose} />;
  const isSame = typed.trim().toLowerCase() === (person.email ?? "").toLowerCase();
  const body = { reason: reason.trim(), confirm: typed.trim() };
  return (
    <ConfirmDialog
      title={`Erase ${person.name}'s data?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void erase.act({ params: { person: person.id }, body })}
      confirmLabel="Erase for good"
      isPending={erase.isPending}
      isReady={isSame && reason.trim() !== ""}
      problem={erase.problem}
    >
      <WhatGoesAndStays />
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        description="Recorded as evidence and kept. Write nothing about the person into it."
      />
      <TextField
        label={`Type ${person.email ?? "the e-mail address"} to go on`}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
};
