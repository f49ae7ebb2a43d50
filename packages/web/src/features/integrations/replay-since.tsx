import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";

const dayMs = 86_400_000;

/** As the platform's field wants it: in the reader's own zone, to the minute. */
const localMinute = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

type ReplaySinceProps = { readonly webhookId: string; readonly onClose: () => void };

export const ReplaySince = ({ webhookId, onClose }: ReplaySinceProps) => {
  const [since, setSince] = useState(() => localMinute(new Date(Date.now() - dayMs)));
  const replay = useAct("POST /api/webhooks/{webhook}/replays", ["GET /api/webhooks"]);
  const at = new Date(since);
  const isTime = !Number.isNaN(at.getTime());
  if (replay.value) {
    const { deliveries } = replay.value;
    return (
      <Dialog
        title={
          deliveries === 1 ? "1 message is on its way" : `${deliveries} messages are on their way`
        }
        isOpen
        onClose={onClose}
        actions={<Button onPress={onClose}>Close</Button>}
      >
        <p>
          {deliveries === 0
            ? "Nothing that this webhook is told has happened since then."
            : "They carry the same ids as before, so that a receiver can leave out what it knows."}
        </p>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title="Send again everything since a time"
      isOpen
      onClose={onClose}
      onConfirm={() =>
        void replay.act({ params: { webhook: webhookId }, body: { since: at.toISOString() } })
      }
      confirmLabel="Send again"
      isDanger={false}
      isReady={isTime}
      isPending={replay.isPending}
      problem={replay.problem}
    >
      <TextField
        label="Since"
        type="datetime-local"
        value={since}
        onChange={setSince}
        description="At most 30 days back: longer nothing is kept."
        error={isTime ? null : "Choose a day and a time."}
      />
    </ConfirmDialog>
  );
};
