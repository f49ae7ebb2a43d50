import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { client, useAct } from "../../shell/query.ts";
import { EditConflict } from "./edit-conflict.tsx";
import { draftOf } from "./person-draft.ts";
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
  const [base, setBase] = useState(person);
  const [theirs, setTheirs] = useState<PersonCard | null>(null);
  const save = (version: number) =>
    form.send((fields) => {
      const ask = { params: { person: person.id }, body: { ...fields, version } };
      void change.act(ask).then(async (answered) => {
        if (answered.ok) return onDone();
        if (answered.problem.code !== "conflict") return;
        const now = await client("GET /api/people/{person}", { params: { person: person.id } });
        if (now.ok) setTheirs(now.value);
      });
    });
  return {
    change,
    form,
    theirs,
    save: () => save(base.version),
    keepMine: () => {
      if (!theirs) return;
      setBase(theirs);
      setTheirs(null);
      save(theirs.version);
    },
    takeTheirs: () => {
      if (!theirs) return;
      setBase(theirs);
      setTheirs(null);
      change.reset();
      form.reset(draftOf(theirs));
    },
  };
};

const EditForm = ({ person, onClose }: Omit<EditPersonDialogProps, "isOpen">) => {
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
            <Button onPress={editing.takeTheirs}>Take theirs</Button>
            <Button variant="go" isPending={change.isPending} onPress={editing.keepMine}>
              Save mine over it
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
        <EditConflict yours={form.draft} theirs={draftOf(theirs)} />
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
