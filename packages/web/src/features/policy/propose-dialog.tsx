import { useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { useAct } from "../../shell/query.ts";
import { refreshAfterPolicy } from "./refresh.ts";

type ProposeDialogProps = {
  readonly text: string;
  readonly onClose: () => void;
  readonly onProposed: () => void;
};

export const ProposeDialog = ({ text, onClose, onProposed }: ProposeDialogProps) => {
  const [note, setNote] = useState("");
  const propose = useAct("POST /api/policy/proposals", refreshAfterPolicy);
  // One key for as long as the dialog is open: a repeat after a lost answer proposes nothing twice.
  const key = useRef(crypto.randomUUID());
  const send = () => {
    const ask = { body: { text, note: note.trim() }, idempotencyKey: key.current };
    void propose.act(ask).then((answered) => {
      if (answered.ok) onProposed();
      else key.current = crypto.randomUUID();
    });
  };
  return (
    <Dialog
      title="Propose this policy"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="go" isPending={propose.isPending} onPress={send}>
            Propose
          </Button>
        </>
      }
    >
      <p>
        Nothing changes yet. It comes into force when enough people approved it, as the policy in
        force asks, and somebody applies it.
      </p>
      <TextArea
        label="What changes, and why"
        rows={4}
        value={note}
        onChange={setNote}
        maxLength={2000}
        description="Those who approve read this first. It is kept with the version."
      />
      {propose.problem ? <ProblemNote problem={propose.problem} /> : null}
    </Dialog>
  );
};
