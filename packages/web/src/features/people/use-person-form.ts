import type { Problem } from "@checkride/api/problems";
import { useState } from "react";
import { faultOf } from "../../design/problem-words.ts";
import {
  type DraftFaults,
  type PersonDraft,
  type PersonFields,
  readDraft,
} from "./person-draft.ts";

const fromServer = (problem: Problem | null): DraftFaults => {
  const found = (["email", "name", "roles", "attributes", "startedAt"] as const).flatMap(
    (field) => {
      const says = faultOf(problem, field);
      return says === null ? [] : [[field, says] as const];
    },
  );
  return problem?.code === "email-taken"
    ? { email: "Somebody with this e-mail address exists." }
    : Object.fromEntries(found);
};

/** What is written, what is wrong with it, here or according to the server, and when to send it. */
export const usePersonForm = (start: PersonDraft, problem: Problem | null) => {
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<DraftFaults>({});
  return {
    draft,
    setDraft,
    faults: { ...fromServer(problem), ...faults },
    reset: (to: PersonDraft) => {
      setDraft(to);
      setFaults({});
    },
    send: (onFields: (fields: PersonFields) => void) => {
      const read = readDraft(draft);
      setFaults(read.ok ? {} : read.faults);
      if (read.ok) onFields(read.value);
    },
  };
};
