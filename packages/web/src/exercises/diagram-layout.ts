import type { Diagram, DiagramPart } from "@checkride/rules/exercise";

/** Pixels: a diagram scrolls sideways on a phone rather than becoming too small to read or to press. */
const cell = { width: 236, height: 136 } as const;
export const box = { width: 132, height: 64 } as const;
const margin = 16;
const bendPx = 26;
const aroundPx = 84;
const besidePx = 15;

type Point = { readonly x: number; readonly y: number };

export type PlacedFlow = {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** An SVG path from the edge of one box to the edge of the other. */
  readonly path: string;
  /** Where its words stand. */
  readonly label: Point;
};

export type PlacedDiagram = {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (DiagramPart & Point)[];
  readonly flows: readonly PlacedFlow[];
};

const centreOf = ({ column, row }: DiagramPart): Point => ({
  x: margin + box.width / 2 + (column - 1) * cell.width,
  y: margin + box.height / 2 + (row - 1) * cell.height,
});

/** Where the way from the middle of a box toward a point leaves the box. */
const edge = (from: Point, toward: Point): Point => {
  const dx = toward.x - from.x;
  const dy = toward.y - from.y;
  const reach = Math.max(Math.abs(dx) / (box.width / 2 + 4), Math.abs(dy) / (box.height / 2 + 4));
  return reach === 0 ? from : { x: from.x + dx / reach, y: from.y + dy / reach };
};

const isBetween = (part: Point, from: Point, to: Point): boolean => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const share = ((part.x - from.x) * dx + (part.y - from.y) * dy) / length;
  if (share <= 0.05 || share >= 0.95) return false;
  const away = Math.hypot(part.x - from.x - share * dx, part.y - from.y - share * dy);
  return away < box.height / 2 + 6;
};

/** Flows between the same two parts bend apart; one that would cross a third part goes around it. */
const bendOf = (
  flow: Diagram["flows"][number],
  { flows }: Diagram,
  others: readonly Point[],
  ends: readonly [Point, Point],
): number => {
  const pair = flows.filter(
    (one) =>
      (one.from === flow.from && one.to === flow.to) ||
      (one.from === flow.to && one.to === flow.from),
  );
  // The side is that of the flow's own direction, so that two opposite flows bend away from each other.
  const same = pair.filter((one) => one.from === flow.from);
  const apart = pair.length > 1 ? bendPx * (1 + same.indexOf(flow) * 1.6) : 0;
  return others.some((other) => isBetween(other, ...ends)) ? apart + aroundPx : apart;
};

const rounded = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;

const place = (
  flow: Diagram["flows"][number],
  diagram: Diagram,
  centres: ReadonlyMap<string, Point>,
): PlacedFlow | null => {
  const from = centres.get(flow.from);
  const to = centres.get(flow.to);
  if (!from || !to || flow.from === flow.to) return null;
  const others = [...centres].filter(([id]) => id !== flow.from && id !== flow.to);
  const bend = bendOf(
    flow,
    diagram,
    others.map(([, centre]) => centre),
    [from, to],
  );
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const aside = { x: (-(to.y - from.y) / length) * bend, y: ((to.x - from.x) / length) * bend };
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // On a straight way between two neighbours words would hide all of it, and where it leads.
  const isHidden = bend === 0 && Math.abs(to.y - from.y) < box.height / 2;
  const label = {
    x: middle.x - aside.x,
    y: middle.y - aside.y - (isHidden ? besidePx : 0),
  };
  const control = { x: middle.x - 2 * aside.x, y: middle.y - 2 * aside.y };
  return {
    ...flow,
    label,
    path: `M ${rounded(edge(from, control))} Q ${rounded(control)} ${rounded(edge(to, control))}`,
  };
};

export const layOut = (diagram: Diagram): PlacedDiagram => {
  const parts = diagram.parts.map((part) => ({ ...part, ...centreOf(part) }));
  const centres = new Map(parts.map(({ id, x, y }) => [id, { x, y }]));
  const flows = diagram.flows
    .map((flow) => place(flow, diagram, centres))
    .filter((flow) => flow !== null);
  const points = [
    ...parts.map(({ x, y }) => ({ x: x + box.width / 2, y: y + box.height / 2 })),
    ...flows.map(({ label }) => ({ x: label.x + 50, y: label.y + 22 })),
  ];
  const top = Math.min(0, ...flows.map(({ label }) => label.y - 26));
  const down = <P extends Point>(point: P): P => ({ ...point, y: point.y - top });
  return {
    width: Math.max(...points.map(({ x }) => x)) + margin,
    height: Math.max(...points.map(({ y }) => y)) + margin - top,
    parts: parts.map(down),
    flows:
      top === 0
        ? flows
        : flows.map((flow) => ({
            ...flow,
            label: down(flow.label),
            path: shifted(flow.path, -top),
          })),
  };
};

/** The path, further down. */
const shifted = (path: string, by: number): string =>
  path.replace(/(-?\d+) (-?\d+)/g, (_, x: string, y: string) => `${x} ${Number(y) + by}`);
