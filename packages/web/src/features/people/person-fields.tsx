import { type Role, roles } from "@checkride/rules/person";
import { Checkbox } from "../../design/checkbox.tsx";
import { Select } from "../../design/select.tsx";
import { TextArea } from "../../design/text-area.tsx";
import { TextField } from "../../design/text-field.tsx";
import type { DraftFaults, PersonDraft } from "./person-draft.ts";
import { roleHelp, roleWords, tierWords } from "./person-words.ts";
import "./person-fields.css";

type PersonFieldsProps = {
  readonly draft: PersonDraft;
  readonly faults: DraftFaults;
  readonly onChange: (draft: PersonDraft) => void;
};

const tierOptions: readonly { readonly value: PersonDraft["tier"]; readonly label: string }[] = [
  { value: "", label: "Not known" },
  { value: "1", label: tierWords["1"] },
  { value: "2", label: tierWords["2"] },
  { value: "3", label: tierWords["3"] },
];

const RoleChoice = ({ draft, faults, onChange }: PersonFieldsProps) => {
  const toggle = (role: Role, isSelected: boolean) =>
    onChange({
      ...draft,
      roles: roles.filter((known) => (known === role ? isSelected : draft.roles.includes(known))),
    });
  return (
    <fieldset className="person-roles">
      <legend className="field-legend">Roles</legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          isSelected={draft.roles.includes(role)}
          onChange={(isSelected) => toggle(role, isSelected)}
          description={roleHelp[role]}
        >
          {roleWords[role]}
        </Checkbox>
      ))}
      <div aria-live="polite">
        {faults.roles ? <p className="field-error">{faults.roles}</p> : null}
      </div>
    </fieldset>
  );
};

export const PersonFields = ({ draft, faults, onChange }: PersonFieldsProps) => {
  const text = (label: string, key: "email" | "name" | "team" | "job", error?: string) => (
    <TextField
      label={label}
      value={draft[key]}
      onChange={(value) => onChange({ ...draft, [key]: value })}
      autoComplete="off"
      error={error ?? null}
    />
  );
  return (
    <div className="person-fields">
      {text("Name", "name", faults.name)}
      {text("E-mail address", "email", faults.email)}
      {text("Team", "team")}
      {text("Job", "job")}
      <Select
        label="Tier"
        value={draft.tier}
        options={tierOptions}
        onChange={(tier) => onChange({ ...draft, tier })}
      />
      <TextField
        label="Started"
        type="date"
        value={draft.startedAt}
        onChange={(startedAt) => onChange({ ...draft, startedAt })}
        description="First deadlines count from here."
        error={faults.startedAt ?? null}
      />
      <RoleChoice draft={draft} faults={faults} onChange={onChange} />
      <div className="person-wide">
        <TextArea
          label="Attributes"
          rows={3}
          value={draft.attributes}
          onChange={(attributes) => onChange({ ...draft, attributes })}
          description="One a line, several values behind semicolons: repos: api; web. The policy can ask for any of them."
          error={faults.attributes ?? null}
        />
      </div>
    </div>
  );
};
