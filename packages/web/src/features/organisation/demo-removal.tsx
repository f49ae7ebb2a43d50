import { useState } from "react";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";

const phrase = "remove the demo";

/** What is left after the removal: a link for the first owner of the empty organisation. */
const Removed = ({ url }: { readonly url: string }) => (
  <Dialog
    title="The demo is removed"
    role="alertdialog"
    isOpen
    onClose={() => window.location.assign(url)}
    actions={
      <a className="button" data-variant="go" href={url}>
        Sign in and set up
      </a>
    }
  >
    <p>
      Checkride is empty now and you are signed out. This link signs in the first owner, once. Keep
      it until you have used it.
    </p>
    <CopyField label="Sign-in link of the first owner" value={url} />
  </Dialog>
);

export const DemoRemoval = ({ onClose }: { readonly onClose: () => void }) => {
  const [typed, setTyped] = useState("");
  const removal = useAct("DELETE /api/organisation/demo");
  if (removal.value) return <Removed url={removal.value.url} />;
  return (
    <ConfirmDialog
      title="Remove the demo organisation"
      isOpen
      onClose={onClose}
      confirmLabel="Remove the demo"
      isReady={typed.trim().toLowerCase() === phrase}
      isPending={removal.isPending}
      problem={removal.problem}
      onConfirm={() => void removal.act({ body: { confirm: phrase } })}
    >
      <p className="muted">
        All invented people, their evidence and the demo's policies go for good, and you are signed
        out. You then get a link for the first owner of an empty organisation.
      </p>
      <TextField label={`Write “${phrase}”`} value={typed} onChange={setTyped} autoComplete="off" />
    </ConfirmDialog>
  );
};
