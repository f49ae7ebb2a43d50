import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";
import { useSession } from "../../shell/session.tsx";

export const OrganisationStep = ({ onNext }: { readonly onNext: () => void }) => {
  const { organisation } = useSession();
  const [name, setName] = useState(organisation.name ?? "");
  const rename = useAct("PATCH /api/organisation", ["GET /api/organisation"]);
  const save = async () => {
    if (name.trim() === organisation.name) {
      onNext();
      return;
    }
    const done = await rename.act({ body: { name } });
    if (done.ok) onNext();
  };
  const fault = faultOf(rename.problem, "name");
  return (
    <Page
      narrow
      kicker="Set-up, step 1 of 4"
      sentence="What is your organisation called?"
      sub="The name stands on the sign-in page and on every certificate. It can be changed later."
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
          name="organisation"
          autoComplete="organization"
          value={name}
          onChange={setName}
          error={fault}
          isRequired
          maxLength={200}
        />
        {rename.problem && fault === null ? <ProblemNote problem={rename.problem} /> : null}
        <div className="row">
          <Button type="submit" variant="go" isPending={rename.isPending}>
            Go on
          </Button>
        </div>
      </form>
    </Page>
  );
};
