import type { System } from "@checkride/rules/labs/asked";
import type { ThreatModel } from "@checkride/rules/labs/threat-model";
import { useState } from "react";
import { Button } from "../../../design/button.tsx";
import { Select } from "../../../design/select.tsx";
import { AskText } from "./ask-text.tsx";
import type { AskedProps } from "./asked-kind.ts";
import { OwnSystem } from "./own-system.tsx";
import { ThreatList } from "./threat-list.tsx";
import { ThreatModelCanvas } from "./threat-model-canvas.tsx";
import {
  modelJson,
  modelOf,
  systemOf,
  withThreat,
  withZone,
  zoneOf,
} from "./threat-model-draft.ts";
import { optionsOf, placeName } from "./threat-model-words.ts";
import { ThreatZones } from "./threat-zones.tsx";
import "./threat-model.css";

type ChosenProps = {
  readonly asked: AskedProps<"threat-model">["asked"];
  readonly system: System;
  readonly model: ThreatModel;
  readonly chosen: string;
  readonly onModel: (model: ThreatModel) => void;
};

/** What can be done with what was pressed in the drawing. */
const Chosen = ({ asked, system, model, chosen, onModel }: ChosenProps) => {
  const component = system.components.find(({ id }) => id === chosen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame, and there is one already
    <div className="threat-chosen" role="group" aria-label={placeName(system, chosen)}>
      <p>
        <b>{placeName(system, chosen)}</b>
        {component === undefined || component.says === "" ? null : ` ${component.says}`}
      </p>
      {component === undefined ? null : (
        <Select
          label="Zone"
          value={zoneOf(model, chosen)}
          options={optionsOf(asked.words.zones)}
          onChange={(zone) => onModel(withZone(model, chosen, zone))}
        />
      )}
      {model.threats.length >= asked.threatsMax ? null : (
        <div>
          <Button onPress={() => onModel(withThreat(model, chosen))}>Add a threat here</Button>
        </div>
      )}
    </div>
  );
};

/** A system, its boundaries, its threats in order, and what is done about them. */
export const ThreatModelAsked = (props: AskedProps<"threat-model">) => {
  const { asked, value, onValue, isLocked } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const model = modelOf(asked, value);
  const system = systemOf(asked, model);
  const onModel = (next: ThreatModel) => onValue(modelJson(next));
  const shared = { asked, system, model, onModel, isLocked };
  const isThere = [...system.components, ...system.flows].some(({ id }) => id === chosen);
  return (
    <>
      <AskText text={asked.ask} />
      {asked.isOwn && !isLocked ? <OwnSystem {...shared} /> : null}
      {system.components.length === 0 ? null : (
        <ThreatModelCanvas
          {...shared}
          chosen={chosen}
          onChoose={(id) => setChosen(id === chosen ? null : id)}
        />
      )}
      {chosen !== null && isThere && !isLocked ? <Chosen {...shared} chosen={chosen} /> : null}
      <h4>Trust boundaries</h4>
      <ThreatZones {...shared} />
      <h4>Threats, the worst first</h4>
      <ThreatList {...shared} />
    </>
  );
};
