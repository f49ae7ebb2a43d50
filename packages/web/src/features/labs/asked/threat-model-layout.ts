import type { Diagram } from "@checkride/rules/exercise";
import type { AskedOf, Choice, System } from "@checkride/rules/labs/asked";
import type { ThreatModel } from "@checkride/rules/labs/threat-model";
import { zoneOf } from "./threat-model-draft.ts";

const columns = 3;
/** Alone in its band: not below each other, or flows would run through what stands between. */
const aloneAt = [2, 2, 1, 3] as const;

/** An own system stands in bands, the least trusted zone above; what is in none yet stands there too. */
const placesByZone = (
  { components }: System,
  model: ThreatModel,
  zones: readonly Choice[],
): AskedOf<"threat-model">["places"] => {
  const bandOf = (id: string): number =>
    Math.max(
      0,
      zones.findIndex((zone) => zone.id === zoneOf(model, id)),
    );
  let firstRow = 1;
  return zones.flatMap((_, band) => {
    const inBand = components.filter(({ id }) => bandOf(id) === band);
    const from = firstRow;
    firstRow += Math.ceil(inBand.length / columns);
    return inBand.map(({ id }, at) => ({
      component: id,
      column: inBand.length === 1 ? (aloneAt[band] ?? 1) : (at % columns) + 1,
      row: from + Math.floor(at / columns),
    }));
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
