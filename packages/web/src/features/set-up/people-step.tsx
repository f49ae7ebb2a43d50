import { useRef, useState } from "react";
import { Button } from "../../design/button.tsx";
import { CopyField } from "../../design/copy-field.tsx";
import { formatDate } from "../../design/date.ts";
import { LinkButton } from "../../design/link-button.tsx";
import { Page } from "../../design/page.tsx";
import { ProblemNote } from "../../design/problem-note.tsx";
import { faultOf } from "../../design/problem-words.ts";
import { Section } from "../../design/section.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useAct } from "../../shell/query.ts";

type Added = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly expiresAt: string;
};

const AddForm = ({ onAdded }: { readonly onAdded: (added: Added) => void }) => {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const key = useRef(crypto.randomUUID());
  const addition = useAct("POST /api/people", ["GET /api/people"]);
  const add = async () => {
    const done = await addition.act({
      body: { name, email: email.trim() },
      idempotencyKey: key.current,
    });
    // A refused request may be corrected and sent again: that is another request.
    if (done.ok || done.problem.status >= 400) key.current = crypto.randomUUID();
    if (!done.ok) return;
    const { person, invitation } = done.value;
    onAdded({ id: person.id, name: person.name, ...invitation });
    setName("");
    setEmail("");
  };
  const emailFault =
    addition.problem?.code === "email-taken"
      ? addition.problem.title
      : faultOf(addition.problem, "email");
  const nameFault = faultOf(addition.problem, "name");
  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="step-add">
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          error={nameFault}
          isRequired
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          label="E-mail address"
          type="email"
          value={email}
          onChange={setEmail}
          error={emailFault}
          isRequired
          maxLength={254}
          autoComplete="off"
        />
        <Button type="submit" isPending={addition.isPending}>
          Add
        </Button>
      </div>
      {addition.problem && emailFault === null && nameFault === null ? (
        <ProblemNote problem={addition.problem} />
      ) : null}
    </form>
  );
};

const Links = ({ added }: { readonly added: readonly Added[] }) => (
  <Section title="Sign-in links" aside="shown once: send each to its person">
    <div className="step step-links">
      {added.map((one) => (
        <CopyField
          key={one.id}
          label={one.name}
          value={one.url}
          description={`Works once, until ${formatDate(one.expiresAt)}.`}
        />
      ))}
    </div>
  </Section>
);

export const PeopleStep = ({ onNext }: { readonly onNext: () => void }) => {
  const [added, setAdded] = useState<readonly Added[]>([]);
  return (
    <Page
      kicker="Set-up, step 2 of 4"
      sentence="Who takes part?"
      sub="Add the first few by hand, or bring everybody in a CSV file. More can follow at any time; teams, jobs and roles are set under People."
    >
      <AddForm onAdded={(one) => setAdded((before) => [one, ...before])} />
      <p className="hidden-visually" role="status">
        {added.length > 0 ? `${added[0]?.name} is added` : ""}
      </p>
      {added.length > 0 ? <Links added={added} /> : null}
      <div className="step">
        <div className="row">
          <Button variant="go" onPress={onNext}>
            {added.length > 0 ? "Go on" : "Later, go on"}
          </Button>
          <LinkButton to="/people/import">Import a CSV file</LinkButton>
        </div>
      </div>
    </Page>
  );
};
