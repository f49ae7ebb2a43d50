import type { Draw } from "@checkride/range/draw";
import { type Call, type Company, publisher, sha256, signatureOf } from "./company.ts";

export type Delivery = {
  readonly minutes: string;
  readonly distance: string;
  readonly weekday: string;
  readonly late: string;
  readonly id: string;
  readonly note: string;
};

const isLate = (minutes: number, distance: number): boolean => minutes / 600 + distance / 2000 > 1;

export const drawDeliveries = (draw: Draw, count = 60): readonly Delivery[] =>
  Array.from({ length: count }, (_, at) => {
    const [minutes, distance] = [draw.whole(0, 600), draw.whole(0, 2000)];
    return {
      id: `d${at}${draw.word(4)}`,
      minutes: String(minutes),
      distance: String(distance),
      weekday: String(draw.whole(0, 6)),
      late: isLate(minutes, distance) ? "1" : "0",
      note: draw.pick(["", "left at door", "ring twice"]),
    };
  });

const quoted = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csvOf = (all: readonly Delivery[]): string =>
  [
    "id,minutes,distance,weekday,late,note",
    ...all.map(({ id, minutes, distance, weekday, late, note }) =>
      [id, minutes, distance, weekday, late, note].map(quoted).join(","),
    ),
    "",
  ].join("\n");

/** A delivery behind an address, and the job that reads it. */
export const jobFor = (draw: Draw, company: Company, csv: string, pinned = sha256(csv)): Call => {
  const url = `https://partner.example/${draw.word(6)}.csv`;
  company.pages.set(url, csv);
  return {
    do: "train",
    caller: publisher,
    given: { url, sha256: pinned, name: `late-${draw.word(5)}` },
  };
};

export const nameOf = ({ given }: Call): string =>
  String(new Map(Object.entries(given ?? {})).get("name"));

type Model = { readonly weights: readonly number[]; readonly bias: number };

const modelOf = (text: string): Model | null => {
  const fields = new Map<string, unknown>(Object.entries(JSON.parse(text)));
  const [weights, bias] = [fields.get("weights"), fields.get("bias")];
  return Array.isArray(weights) && weights.length === 3 && typeof bias === "number"
    ? { weights: weights.map(Number), bias }
    : null;
};

/** On deliveries that were in no file. */
const accuracyOf = ({ weights, bias }: Model): number => {
  const grid = Array.from(
    { length: 400 },
    (_, at) => [30 * (at % 20) + 15, 100 * Math.floor(at / 20) + 50] as const,
  );
  const right = grid.filter(([minutes, distance]) => {
    const features = [minutes / 600, distance / 2000, 0.5];
    const score = features.reduce((sum, one, at) => sum + one * (weights[at] ?? 0), bias);
    return score > 0 === isLate(minutes, distance);
  });
  return right.length / grid.length;
};

/** Stored under its name, in the agreed form, signed with the key of today, and good enough. */
export const isStoredWell = (company: Company, name: string): boolean => {
  const stored = company.store.get(name);
  if (stored === undefined) return false;
  const data = Buffer.from(stored.data, "hex");
  if (stored.signature !== signatureOf(company, name, data)) return false;
  const model = modelOf(data.toString("utf8"));
  return model !== null && accuracyOf(model) >= 0.75;
};
