import { createHash, createHmac } from "node:crypto";
import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

type Host = NonNullable<CheckCase["host"]>;

export type Entry = {
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
  readonly at: string;
  readonly collector: string;
  readonly licence: string;
  readonly parents: readonly string[];
  readonly previous: string;
  readonly signature: string;
};

/** What lies outside of the tracker: the key, the clock and the disk. */
export type World = {
  readonly key: string;
  readonly now: number;
  readonly files: ReadonlyMap<string, Buffer>;
};

const readMax = 65_536;

/** The one text of an entry: keys in order, no blanks. */
export const textOf = (value: object): string => {
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
};

export const sha256 = (data: string | Buffer): string =>
  createHash("sha256").update(data).digest("hex");

export const digestOf = (entry: object | undefined): string =>
  entry === undefined ? "" : sha256(textOf(entry));

export const signed = (key: string, entry: Omit<Entry, "signature">): Entry => ({
  ...entry,
  signature: createHmac("sha256", key).update(textOf(entry)).digest("hex"),
});

export const isSigned = (key: string, { signature, ...entry }: Entry): boolean =>
  signed(key, entry).signature === signature;

const isText = (value: unknown): value is string => typeof value === "string";

export const hostOf =
  ({ key, now, files }: World): Host =>
  (name, [first, second, third]) => {
    const mac = (text: unknown) => createHmac("sha256", key).update(String(text)).digest("hex");
    const file = files.get(String(first));
    if (name === "now") return { ok: true, value: now };
    if (name === "sign" && isText(first)) return { ok: true, value: mac(first) };
    if (name === "is_signed") return { ok: true, value: isText(first) && mac(first) === second };
    if (name === "size") return { ok: true, value: file?.length ?? null };
    const [at, size] = [Number(second), Math.min(Number(third), readMax)];
    return name === "read" && file !== undefined
      ? { ok: true, value: file.subarray(at, at + size).toString("hex") }
      : { ok: false, error: `there is no ${name}` };
  };

export const drawFile = (draw: Draw): Buffer =>
  Buffer.from(Array.from({ length: draw.whole(3, 9) }, () => `${draw.word(6)},1\n`).join(""));

/** Several reads long, and different in every part. */
export const largeFile = (draw: Draw): Buffer => {
  const block = sha256(draw.word(9));
  return Buffer.from(Array.from({ length: 2_000 }, (_, at) => `${at},${block}\n`).join(""));
};

export type Source = { readonly name: string; readonly parents: readonly string[] };

/** Each entry is made with those before it in hand. */
const oneByOne = <From, To>(
  from: readonly From[],
  make: (one: From, before: readonly To[], place: number) => To,
): readonly To[] => {
  const made: To[] = [];
  for (const [place, one] of from.entries()) made.push(make(one, made, place));
  return made;
};

/** Time goes on by hours; the second delivery of a name is its second version. */
export const writeLog = (
  { key, now, files }: World,
  sources: readonly Source[],
  collector: string,
): readonly Entry[] =>
  oneByOne<Source, Entry>(sources, ({ name, parents }, log, place) =>
    signed(key, {
      name,
      version: log.filter((one) => one.name === name).length + 1,
      // Only the newest version lies on the disk.
      sha256: sha256(isNewest(sources, place) ? (files.get(name) ?? "") : `${name} before`),
      at: new Date((now - 90_000 + 3_600 * place) * 1000).toISOString(),
      collector,
      licence: "Hauslizenz für Prüfungen",
      parents,
      previous: digestOf(log.at(-1)),
    }),
  );

const isNewest = (sources: readonly Source[], place: number): boolean =>
  !sources.slice(place + 1).some(({ name }) => name === sources[place]?.name);

/** What somebody can do who may write the log and has not the key: later entries are chained anew, not signed anew. */
export const chainedAnew = (log: readonly Entry[]): readonly Entry[] =>
  oneByOne<Entry, Entry>(log, (entry, before) => ({
    ...entry,
    previous: digestOf(before.at(-1)),
  }));

/** What somebody can do who has the key as well. */
export const signedAnew = (key: string, log: readonly Entry[]): readonly Entry[] =>
  oneByOne<Entry, Entry>(log, ({ signature: _, ...entry }, before) =>
    signed(key, { ...entry, previous: digestOf(before.at(-1)) }),
  );
