import type { Diagram, Spot } from "../exercise.ts";
import type { ShownSpot } from "../shown-exercise.ts";

/** An author's id such as `attack` could say what a part is, so parts and flows are numbered. */
export const shownIds = ({ parts, flows }: Diagram): ReadonlyMap<string, string> =>
  new Map([
    ...parts.map(({ id }, index) => [id, `p${index + 1}`] as const),
    ...flows.map(({ id }, index) => [id, `f${index + 1}`] as const),
  ]);

export const showSpot = ({ diagram, marks }: Spot): ShownSpot => ({
  kind: "spot",
  diagram: diagram === null ? null : showDiagram(diagram),
  count: marks.length,
});

const showDiagram = (diagram: Diagram): Diagram => {
  const ids = shownIds(diagram);
  const shown = (id: string): string => ids.get(id) ?? id;
  return {
    parts: diagram.parts.map(({ id, title, shape, column, row }) => ({
      id: shown(id),
      title,
      shape,
      column,
      row,
    })),
    flows: diagram.flows.map(({ id, from, to, title }) => ({
      id: shown(id),
      from: shown(from),
      to: shown(to),
      title,
    })),
  };
};
