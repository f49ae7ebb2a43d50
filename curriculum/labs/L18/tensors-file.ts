import { createHmac } from "node:crypto";
import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

export const textBytes = (text: string): Buffer => Buffer.from(text, "latin1");

/** Eight bytes with the length of the header, the header, the data. */
export const fileOf = (header: string, body: Buffer, length?: bigint): Buffer => {
  const head = Buffer.from(header, "utf8");
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(length ?? BigInt(head.length));
  return Buffer.concat([size, head, body]);
};

export type Model = {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly rows: readonly (readonly number[])[];
};

/** Weights that 32 bits hold exactly, so that a score is one number and not nearly one. */
export const drawModel = (draw: Draw): Model => {
  const count = draw.whole(3, 6);
  const weight = (): number => draw.whole(-640, 640) / 64;
  const numbers = (make: () => number) => Array.from({ length: count }, make);
  return {
    weights: numbers(weight),
    bias: weight(),
    rows: Array.from({ length: 3 }, () => numbers(() => draw.whole(-20, 20))),
  };
};

export const floats = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeFloatLE(value, 4 * at);
  return bytes;
};

export type Entry = readonly [name: string, about: object];

export const entry = (name: string, begin: number, count: number, more: object = {}): Entry => [
  name,
  { dtype: "F32", shape: [count], data_offsets: [begin, begin + 4 * count], ...more },
];

/** Written by hand, because an object cannot hold a name twice. */
export const headerOf = (entries: readonly Entry[]): string =>
  `{${entries.map(([name, about]) => `${JSON.stringify(name)}:${JSON.stringify(about)}`).join(",")}}`;

export const bodyOf = ({ weights, bias }: Model): Buffer =>
  Buffer.concat([floats(weights), floats([bias])]);

export const entriesOf = ({ weights }: Model): readonly Entry[] => [
  entry("weights", 0, weights.length),
  entry("bias", 4 * weights.length, 1),
];

export const goodFile = (model: Model): Buffer => fileOf(headerOf(entriesOf(model)), bodyOf(model));

export const scoresOf = ({ weights, bias, rows }: Model) => ({
  scores: rows.map((row) =>
    weights.reduce((total, weight, at) => total + weight * (row[at] ?? 0), bias),
  ),
});

export const tagOf = (key: Buffer, data: Buffer): string =>
  createHmac("sha256", key).update(data).digest("hex");

export const drawKey = (draw: Draw): Buffer => textBytes(draw.word(32));

export type Loaded = {
  readonly name?: string;
  readonly data: Buffer;
  /** Signed with the key of the training job where nothing is said. */
  readonly tag?: string | null;
  readonly key: Buffer;
  readonly rows?: Model["rows"];
};

/** The payload of a hostile file calls the host; a call that was made cannot be unmade. */
export const loading = (
  { name = "late-orders.tensors", data, key, rows = [[1, 2, 3]], ...rest }: Loaded,
  wants: Exclude<CheckCase["wants"], (...given: never[]) => boolean>,
): CheckCase => {
  const tag = rest.tag === undefined ? tagOf(key, data) : rest.tag;
  const wanted = JSON.stringify(wants);
  return {
    args: [name, data.toString("hex"), tag, key.toString("hex"), rows],
    wants: ({ value, hostCalls }) => hostCalls.length === 0 && JSON.stringify(value) === wanted,
    host: () => ({ ok: true, value: 0 }),
  };
};

export const refused = (why: "signature" | "format", loaded: Loaded): CheckCase =>
  loading(loaded, { refused: why });
