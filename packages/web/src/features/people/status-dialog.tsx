import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";

const refresh = ["GET /api/people", "GET /api/evidence", "GET /api/ledger"];

type StatusDialogProps = { readonly person: PersonCard; readonly onClose: () => void };

/** Deactivates an active person and the other way round; both are evidence and want a reason. */
export const StatusDialog = ({ person, onClose }: StatusDialogProps) => {
  const isOff = person.status === "deactivated";
  const [reason, setReason] = useState("");
  const deactivate = useAct("POST /api/people/{person}/deactivate", refresh);
  const reactivate = useAct("POST /api/people/{person}/reactivate", refresh);
  const { act, isPending, problem } = isOff ? reactivate : deactivate;
  const confirm = () => {
    const ask = { params: { person: person.id }, body: { reason: reason.trim() } };
    void act(ask).then((answered) => {
      if (answered.ok) onClose();
    });
  };
  return (
    <ConfirmDialog
      title={isOff ? `Let ${person.name} in again?` : `Deactivate ${person.name}?`}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={isOff ? "Reactivate" : "Deactivate"}
      isDanger={!isOff}
      isPending={isPending}
      isReady={reason.trim() !== ""}
      problem={problem}
    >
      <p>
        {isOff
          ? "Gates open again as far as certificates reach that have not ended meanwhile."
          : "Their sessions end and every gate closes at once. Evidence and certificates stay, and it can be undone."}
      </p>
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        description="Recorded as evidence, with your name."
      />
    </ConfirmDialog>
  );
};
