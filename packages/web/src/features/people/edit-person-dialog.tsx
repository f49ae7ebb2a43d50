import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { client, queryClient, useAct } from "../../shell/query.ts";
import { EditConflict } from "./edit-conflict.tsx";
import { draftOf, touchedFields } from "./person-draft.ts";
import { PersonFields } from "./person-fields.tsx";
import { usePersonForm } from "./use-person-form.ts";

type EditPersonDialogProps = {
  readonly person: PersonCard;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

const refresh = ["GET /api/people", "GET /api/evidence"];

const useEditing = (person: PersonCard, onDone: () => void) => {
  const change = useAct("PATCH /api/people/{person}", refresh);
  const form = usePersonForm(draftOf(person), change.problem);
  const [theirs, setTheirs] = useState<PersonCard | null>(null);
  const save = (version: number) =>
    form.send((read) => {
      const fields = touchedFields(draftOf(person), form.draft, read);
      if (Object.keys(fields).length === 0) return onDone();
      const ask = { params: { person: person.id }, body: { ...fields, version } };
      void change.act(ask).then(async (answered) => {
        if (answered.ok) return onDone();
        if (answered.problem.code !== "conflict") return;
        const now = await client("GET /api/people/{person}", { params: { person: person.id } });
        if (now.ok) setTheirs(now.value);
        await queryClient.invalidateQueries();
      });
    });
  return {
    change,
    form,
    theirs,
    save: () => save(person.version),
    keepMine: () => {
      if (theirs) save(theirs.version);
    },
  };
};

const EditForm = ({ person: shown, onClose }: Omit<EditPersonDialogProps, "isOpen">) => {
  // The page behind may learn of somebody else's change meanwhile; the form keeps what it began from.
  const [person] = useState(shown);
  const editing = useEditing(person, onClose);
  const { change, form, theirs } = editing;
  return (
    <Dialog
      title={`Change ${person.name}'s details`}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        theirs ? (
          <>
            <Button onPress={onClose}>Leave it as they saved it</Button>
            <Button variant="go" isPending={change.isPending} onPress={editing.keepMine}>
              Save my changes too
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button variant="go" isPending={change.isPending} onPress={editing.save}>
              Save
            </Button>
          </>
        )
      }
    >
      {theirs ? (
        <EditConflict base={draftOf(person)} yours={form.draft} theirs={draftOf(theirs)} />
      ) : (
        <>
          <PersonFields draft={form.draft} faults={form.faults} onChange={form.setDraft} />
          {change.problem && change.problem.code !== "email-taken" ? (
            <ProblemNote problem={change.problem} />
          ) : null}
        </>
      )}
    </Dialog>
  );
};

/** The form begins afresh each time it opens: what somebody else saved meanwhile is then in it. */
export const EditPersonDialog = ({ person, isOpen, onClose }: EditPersonDialogProps) =>
  isOpen ? <EditForm person={person} onClose={onClose} /> : null;
