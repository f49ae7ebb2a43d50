import type { Component, Flow, System } from "@checkride/rules/labs/asked";
import { modelTextMax, type ThreatModel, threatModelMax } from "@checkride/rules/labs/threat-model";
import { Button } from "../../../design/button.tsx";
import { Select } from "../../../design/select.tsx";
import { TextField } from "../../../design/text-field.tsx";
import { freeId, withoutComponent, withoutFlow } from "./threat-model-draft.ts";
import { componentOptions, shapeChoices } from "./threat-model-words.ts";
import { useFocusNew } from "./use-focus-new.ts";

type OwnSystemProps = {
  readonly system: System;
  readonly model: ThreatModel;
  readonly onModel: (model: ThreatModel) => void;
};

const ComponentRow = ({
  component,
  onChange,
  onRemove,
}: {
  readonly component: Component;
  readonly onChange: (component: Component) => void;
  readonly onRemove: () => void;
}) => (
  <li className="own-row">
    <TextField
      label="Component"
      maxLength={60}
      value={component.title}
      onChange={(title) => onChange({ ...component, title })}
    />
    <Select
      label="What it is"
      value={component.shape}
      options={shapeChoices}
      onChange={(shape) => onChange({ ...component, shape })}
    />
    <TextField
      label="What it does, and what it may"
      maxLength={modelTextMax}
      value={component.says}
      onChange={(says) => onChange({ ...component, says })}
    />
    <Button variant="quiet" label={`Remove ${component.title}`} onPress={onRemove}>
      Remove
    </Button>
  </li>
);

const FlowRow = ({
  flow,
  system,
  onChange,
  onRemove,
}: {
  readonly flow: Flow;
  readonly system: System;
  readonly onChange: (flow: Flow) => void;
  readonly onRemove: () => void;
}) => (
  <li className="own-row">
    <Select
      label="From"
      value={flow.from}
      options={componentOptions(system)}
      onChange={(from) => onChange({ ...flow, from })}
    />
    <Select
      label="To"
      value={flow.to}
      options={componentOptions(system)}
      onChange={(to) => onChange({ ...flow, to })}
    />
    <TextField
      label="What flows"
      maxLength={60}
      value={flow.carries}
      onChange={(carries) => onChange({ ...flow, carries })}
    />
    <Button variant="quiet" label={`Remove the flow ${flow.carries}`} onPress={onRemove}>
      Remove
    </Button>
  </li>
);

/** Components and flows of one's own system, as lists; the drawing follows. */
export const OwnSystem = ({ system, model, onModel }: OwnSystemProps) => {
  const { components, flows } = system;
  const change = (next: Partial<System>) => onModel({ ...model, system: { ...system, ...next } });
  const all = [...components, ...flows];
  const parts = useFocusNew<HTMLUListElement>(components.length, ".own-row");
  const ways = useFocusNew<HTMLUListElement>(flows.length, ".own-row");
  return (
    <>
      <h4>Components</h4>
      <ul ref={parts} className="own-list" tabIndex={-1} aria-label="Components">
        {components.map((component) => (
          <ComponentRow
            key={component.id}
            component={component}
            onChange={(next) =>
              change({ components: components.map((one) => (one === component ? next : one)) })
            }
            onRemove={() => onModel(withoutComponent(model, system, component))}
          />
        ))}
      </ul>
      {components.length >= threatModelMax.components ? null : (
        <div>
          <Button
            onPress={() =>
              change({
                components: [
                  ...components,
                  { id: freeId("c", all), title: "", shape: "service", says: "" },
                ],
              })
            }
          >
            Add a component
          </Button>
        </div>
      )}
      <h4>Flows</h4>
      <ul ref={ways} className="own-list" tabIndex={-1} aria-label="Flows">
        {flows.map((flow) => (
          <FlowRow
            key={flow.id}
            flow={flow}
            system={system}
            onChange={(next) => change({ flows: flows.map((one) => (one === flow ? next : one)) })}
            onRemove={() => onModel(withoutFlow(model, system, flow))}
          />
        ))}
      </ul>
      {components.length < 2 || flows.length >= threatModelMax.flows ? null : (
        <div>
          <Button
            onPress={() =>
              change({
                flows: [...flows, { id: freeId("f", all), from: "", to: "", carries: "" }],
              })
            }
          >
            Add a flow
          </Button>
        </div>
      )}
    </>
  );
};
