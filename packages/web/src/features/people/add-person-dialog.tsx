import { useRef } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { useAct } from "../../shell/query.ts";
import { OneTimeLink } from "./one-time-link.tsx";
import { emptyDraft } from "./person-draft.ts";
import { PersonFields } from "./person-fields.tsx";
import { usePersonForm } from "./use-person-form.ts";

type AddPersonDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

export const AddPersonDialog = ({ isOpen, onClose }: AddPersonDialogProps) => {
  const add = useAct("POST /api/people", ["GET /api/people"]);
  const form = usePersonForm(emptyDraft, add.problem);
  // A repeat after a lost answer must not make a second person; another form is another key.
  const key = useRef(crypto.randomUUID());
  const again = () => {
    key.current = crypto.randomUUID();
    add.reset();
    form.reset(emptyDraft);
  };
  const close = () => {
    again();
    onClose();
  };
  const save = () =>
    form.send((body) => {
      void add.act({ body, idempotencyKey: key.current }).then((answered) => {
        if (!answered.ok) key.current = crypto.randomUUID();
      });
    });
  const { value } = add;
  return (
    <Dialog
      title={value ? `${value.person.name} is added` : "Add a person"}
      isOpen={isOpen}
      onClose={close}
      width="wide"
      role={value ? "alertdialog" : "dialog"}
      actions={
        value ? (
          <>
            <Button onPress={again}>Add another</Button>
            <Button onPress={close}>Done</Button>
          </>
        ) : (
          <>
            <Button onPress={close}>Cancel</Button>
            <Button variant="go" isPending={add.isPending} onPress={save}>
              Add and make a link
            </Button>
          </>
        )
      }
    >
      {value ? (
        <OneTimeLink name={value.person.name} link={value.invitation} />
      ) : (
        <>
          <PersonFields draft={form.draft} faults={form.faults} onChange={form.setDraft} />
          {add.problem && add.problem.code !== "email-taken" ? (
            <ProblemNote problem={add.problem} />
          ) : null}
        </>
      )}
    </Dialog>
  );
};
