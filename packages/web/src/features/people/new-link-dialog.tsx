import type { PersonCard } from "@checkride/api/people";
import { Button } from "../../design/button.tsx";
import { ConfirmDialog } from "../../design/confirm-dialog.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useAct } from "../../shell/query.ts";
import { OneTimeLink } from "./one-time-link.tsx";

type PersonDialogProps = { readonly person: PersonCard; readonly onClose: () => void };

export const NewLinkDialog = ({ person, onClose }: PersonDialogProps) => {
  const make = useAct("POST /api/people/{person}/invitation");
  if (make.value) {
    return (
      <Dialog
        title="One-time link"
        isOpen
        onClose={onClose}
        role="alertdialog"
        width="wide"
        actions={<Button onPress={onClose}>Done</Button>}
      >
        <OneTimeLink name={person.name} link={make.value} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={`Make a one-time link for ${person.name}?`}
      isOpen
      onClose={onClose}
      onConfirm={() => void make.act({ params: { person: person.id } })}
      confirmLabel="Make the link"
      isDanger={false}
      isPending={make.isPending}
      problem={make.problem}
    >
      <p>Whoever has the link is signed in as {person.name}, once.</p>
      <p>Earlier links that were not used end at once. Passwords and passkeys stay.</p>
    </ConfirmDialog>
  );
};
