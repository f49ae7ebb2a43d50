import type { AskedOf, System } from "@checkride/rules/labs/asked";
import { type Mitigation, modelTextMax } from "@checkride/rules/labs/threat-model";
import { Button } from "../../../design/button.tsx";
import { Select } from "../../../design/select.tsx";
import { TextField } from "../../../design/text-field.tsx";
import { componentOptions, optionsOf } from "./threat-model-words.ts";

type MitigationCardProps = {
  readonly asked: AskedOf<"threat-model">;
  readonly system: System;
  readonly mitigation: Mitigation;
  /** Null: it is taken away. */
  readonly onChange: (mitigation: Mitigation | null) => void;
};

export const MitigationCard = (props: MitigationCardProps) => {
  const { asked, system, mitigation, onChange } = props;
  const text = (key: "what" | "owner" | "due", label: string, type: "text" | "date" = "text") => (
    <TextField
      label={label}
      type={type}
      maxLength={modelTextMax}
      value={mitigation[key]}
      onChange={(value) => onChange({ ...mitigation, [key]: value })}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame of its own inside of the card
    <div className="mitigation" role="group" aria-label="What is done about it">
      <div className="threat-fields">
        <Select
          label="What is done about it"
          value={mitigation.kind}
          options={optionsOf(asked.words.mitigations)}
          onChange={(kind) => onChange({ ...mitigation, kind })}
        />
        <Select
          label="in which component"
          value={mitigation.component}
          options={componentOptions(system)}
          onChange={(component) => onChange({ ...mitigation, component })}
        />
        {text("what", "In words that can be tested")}
        {asked.isOwn ? text("owner", "Owner, a role or a team") : null}
        {asked.isOwn ? text("due", "Until", "date") : null}
      </div>
      <div className="threat-tools">
        <Button variant="quiet" onPress={() => onChange(null)}>
          Take this away
        </Button>
      </div>
    </div>
  );
};
