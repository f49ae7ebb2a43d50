import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

/** Names the organisation and the person who sets it up; writes only what changed. */
const useNames = (onNext: () => void) => {
  const { organisation, person } = useSession();
  const [values, setValues] = useState({
    organisation: organisation.name ?? "",
    name: person.email === null ? "" : person.name,
    email: person.email ?? "",
  });
  const rename = useAct("PATCH /api/organisation", ["GET /api/organisation"]);
  const introduce = useAct("PATCH /api/people/{person}", ["GET /api/session", "GET /api/people"]);
  const save = async () => {
    const { name } = values;
    const email = values.email.trim();
    if (values.organisation.trim() !== organisation.name) {
      const renamed = await rename.act({ body: { name: values.organisation } });
      if (!renamed.ok) return;
    }
    if (name.trim() !== person.name || email !== person.email) {
      const introduced = await introduce.act({
        params: { person: person.id },
        body: { version: person.version, name, email },
      });
      if (!introduced.ok) return;
    }
    onNext();
  };
  return {
    values,
    set: (key: keyof typeof values) => (value: string) =>
      setValues((before) => ({ ...before, [key]: value })),
    save,
    faults: {
      organisation: faultOf(rename.problem, "name"),
      name: faultOf(introduce.problem, "name"),
      email: faultOf(introduce.problem, "email"),
    },
    problem: rename.problem ?? introduce.problem,
    isPending: rename.isPending || introduce.isPending,
  };
};

export const OrganisationStep = ({ onNext }: { readonly onNext: () => void }) => {
  const { values, set, save, faults, problem, isPending } = useNames(onNext);
  const isPlaced = Object.values(faults).some((fault) => fault !== null);
  return (
    <Page
      narrow
      kicker="Set-up, step 1 of 4"
      sentence="What is your organisation called, and who are you?"
      sub="The organisation's name stands on the sign-in page and on every certificate. You sign in with your address."
    >
      <form
        className="step step-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Name of the organisation"
          autoComplete="organization"
          value={values.organisation}
          onChange={set("organisation")}
          error={faults.organisation}
          isRequired
          maxLength={200}
        />
        <TextField
          label="Your name"
          autoComplete="name"
          value={values.name}
          onChange={set("name")}
          error={faults.name}
          isRequired
          maxLength={200}
        />
        <TextField
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          value={values.email}
          onChange={set("email")}
          error={faults.email}
          isRequired
          maxLength={254}
        />
        {problem && !isPlaced ? <ProblemNote problem={problem} /> : null}
        <div className="row">
          <Button type="submit" variant="go" isPending={isPending}>
            Go on
          </Button>
        </div>
      </form>
    </Page>
  );
};
