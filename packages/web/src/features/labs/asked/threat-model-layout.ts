import type { Diagram } from "@checkride/rules/exercise";
import type { AskedOf, Choice, System } from "@checkride/rules/labs/asked";
import type { ThreatModel } from "@checkride/rules/labs/threat-model";
import { zoneOf } from "./threat-model-draft.ts";

/** An own system stands in columns from the least trusted zone to the most trusted; what is in none stands first. */
const placesByZone = (
  { components }: System,
  model: ThreatModel,
  zones: readonly Choice[],
): AskedOf<"threat-model">["places"] => {
  const filled = new Map<number, number>();
  return components.map(({ id }) => {
    const column = Math.max(1, zones.findIndex((zone) => zone.id === zoneOf(model, id)) + 1);
    const row = (filled.get(column) ?? 0) + 1;
    filled.set(column, row);
    return { component: id, column, row };
  });
};

/** The system as a diagram that the exercises know how to draw. */
export const diagramOf = (
  { places, words, isOwn }: AskedOf<"threat-model">,
  system: System,
  model: ThreatModel,
): Diagram => {
  const all = isOwn ? placesByZone(system, model, words.zones) : places;
  return {
    parts: system.components.flatMap(({ id, title, shape }) => {
      const at = all.find(({ component }) => component === id);
      return at === undefined ? [] : [{ id, title, shape, column: at.column, row: at.row }];
    }),
    flows: system.flows.map(({ id, from, to, carries }) => ({ id, from, to, title: carries })),
  };
};
