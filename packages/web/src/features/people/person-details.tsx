import type { PersonCard } from "@checkride/api/people";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Moment } from "../../design/moment.tsx";
import { Section } from "../../design/section.tsx";
import { useSession } from "../../shell/session.tsx";
import { EditPersonDialog } from "./edit-person-dialog.tsx";
import { roleWords, statusWords, tierWords } from "./person-words.ts";

const tierTexts = ["–", tierWords["1"], tierWords["2"], tierWords["3"]] as const;

export const PersonDetails = ({ person }: { readonly person: PersonCard }) => {
  const { can } = useSession();
  const [isEditing, setEditing] = useState(false);
  const mayEdit = can("people:write") && person.status !== "erased";
  return (
    <Section
      title="Details"
      aside={mayEdit ? <Button onPress={() => setEditing(true)}>Change details</Button> : null}
    >
      <dl className="person-facts">
        <dt>Status</dt>
        <dd>{statusWords[person.status]}</dd>
        <dt>E-mail address</dt>
        <dd>{person.email ?? "–"}</dd>
        <dt>Team</dt>
        <dd>{person.team ?? "–"}</dd>
        <dt>Job</dt>
        <dd>{person.job ?? "–"}</dd>
        <dt>Tier</dt>
        <dd>{tierTexts[person.tier ?? 0]}</dd>
        <dt>Roles</dt>
        <dd>{person.roles.map((role) => roleWords[role]).join(", ") || "–"}</dd>
        <dt>Started</dt>
        <dd>
          <Moment at={person.startedAt} as="iso" />
        </dd>
        {Object.entries(person.attributes).map(([name, values]) => (
          <div key={name} className="person-attribute">
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{values.join(", ")}</dd>
          </div>
        ))}
      </dl>
      <EditPersonDialog person={person} isOpen={isEditing} onClose={() => setEditing(false)} />
    </Section>
  );
};
