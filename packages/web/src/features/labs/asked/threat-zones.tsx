import type { AskedOf, System } from "@checkride/rules/labs/asked";
import { crossings, type ThreatModel } from "@checkride/rules/labs/threat-model";
import { Select } from "../../../design/select.tsx";
import { shapeWords } from "../../../exercises/diagram-shape.tsx";
import { withZone, zoneOf } from "./threat-model-draft.ts";
import { optionsOf, placeName } from "./threat-model-words.ts";

type ThreatZonesProps = {
  readonly asked: AskedOf<"threat-model">;
  readonly system: System;
  readonly model: ThreatModel;
  readonly onModel: (model: ThreatModel) => void;
  readonly isLocked: boolean;
};

/** Who is in which zone. A boundary needs no line of its own: it runs wherever two zones meet. */
export const ThreatZones = ({ asked, system, model, onModel, isLocked }: ThreatZonesProps) => {
  const crossing = crossings(system.flows, model.zones);
  const isWhole = model.zones.length >= system.components.length;
  return (
    <>
      <ul className="threat-components">
        {system.components.map(({ id, title, shape, says }) => (
          <li key={id}>
            <div>
              <b>{title}</b> <span className="threat-shape">{shapeWords[shape]}</span>
              {says === "" ? null : <p>{says}</p>}
            </div>
            {isLocked ? (
              <p>
                {asked.words.zones.find((one) => one.id === zoneOf(model, id))?.text ??
                  "In no zone"}
              </p>
            ) : (
              <Select
                label={`Zone of ${title}`}
                value={zoneOf(model, id)}
                options={optionsOf(asked.words.zones)}
                onChange={(zone) => onModel(withZone(model, id, zone))}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="asked-help" role="status">
        {isWhole
          ? `${crossing.length} of ${system.flows.length} flows cross a boundary.`
          : `${model.zones.length} of ${system.components.length} components are in a zone.`}
      </p>
      <details className="threat-flows">
        <summary>All flows</summary>
        <ul>
          {system.flows.map((flow) => (
            <li key={flow.id}>
              {placeName(system, flow.id)}
              {isWhole && crossing.includes(flow) ? " (crosses a boundary)" : ""}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};
