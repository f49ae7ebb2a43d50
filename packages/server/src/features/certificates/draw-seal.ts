import { deflateSync } from "node:zlib";
import { chunk, pngStart } from "./png-chunks.ts";

type Point = readonly [number, number];

/** The mark: a horizon line with an aircraft on it, in a ring; in units of its 24 by 24 field. */
const horizon: readonly Point[] = [
  [3, 14],
  [8, 14],
  [10, 12],
  [12, 15],
  [14, 12],
  [16, 14],
  [21, 14],
];
const centre: Point = [12, 12];
const ringRadius = 9.5;
const lineWidth = 2;

const ink = [0x15, 0x18, 0x1c] as const;
const signal = [0xc2, 0x41, 0x0c] as const;
const paper = [0xfb, 0xfa, 0xf7] as const;

const distanceToSegment = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
};

const distanceToHorizon = (point: Point): number =>
  Math.min(
    ...horizon.slice(1).map((to, index) => distanceToSegment(point, horizon[index] ?? to, to)),
  );

/** How much of a pixel lies inside a line, from its distance: edges come out smooth. */
const coverage = (distance: number, pixel: number): number =>
  Math.max(0, Math.min(1, (lineWidth / 2 - distance) / pixel + 0.5));

type Colour = readonly [number, number, number];

const mix = (under: Colour, over: Colour, share: number): Colour => [
  under[0] + (over[0] - under[0]) * share,
  under[1] + (over[1] - under[1]) * share,
  under[2] + (over[2] - under[2]) * share,
];

const colourAt = (point: Point, pixel: number): Colour => {
  const [x, y] = point;
  const fromRing = Math.abs(Math.hypot(x - centre[0], y - centre[1]) - ringRadius);
  const ring = mix(paper, ink, coverage(fromRing, pixel));
  return mix(ring, signal, coverage(distanceToHorizon(point), pixel));
};

/** The seal as a PNG (RGB, no filter); the same bytes each time. */
export const drawSealPng = (size: number): Buffer => {
  const pixel = 24 / size;
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const colour = colourAt([(column + 0.5) * pixel, (row + 0.5) * pixel], pixel);
      const at = row * (1 + size * 3) + 1 + column * 3;
      for (const [offset, value] of colour.entries()) rows[at + offset] = Math.round(value);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, truecolour.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    pngStart,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** The path of the mark, for a drawing with lines. */
export const horizonPath = `M${horizon.map((point) => point.join(" ")).join("L")}`;
