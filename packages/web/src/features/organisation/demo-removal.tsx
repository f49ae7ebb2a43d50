import { useState } from "react";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { keepFirstOwnerLink } from "../../shell/demo-removed.ts";
import { useAct } from "../../shell/query.ts";

const phrase = "remove the demo";

export const DemoRemoval = ({ onClose }: { readonly onClose: () => void }) => {
  const [typed, setTyped] = useState("");
  const removal = useAct("DELETE /api/organisation/demo");
  const remove = async () => {
    const removed = await removal.act({ body: { confirm: phrase } });
    if (removed.ok) keepFirstOwnerLink(removed.value.url);
  };
  return (
    <ConfirmDialog
      title="Remove the demo organisation"
      isOpen
      onClose={onClose}
      confirmLabel="Remove the demo"
      isReady={typed.trim().toLowerCase() === phrase}
      isPending={removal.isPending}
      problem={removal.problem}
      onConfirm={() => void remove()}
    >
      <p className="muted">
        All invented people, their evidence and the demo's policies go for good, and you are signed
        out. You then get a link for the first owner of an empty organisation.
      </p>
      <TextField label={`Write “${phrase}”`} value={typed} onChange={setTyped} autoComplete="off" />
    </ConfirmDialog>
  );
};
