import { didYouMean } from "@checkride/rules/did-you-mean";
import type { z } from "zod";
import type { FaultDetails } from "./desk.ts";
import { openDesk } from "./desk.ts";
import type { Path, Place } from "./fault.ts";
import { nameFaults } from "./piece-names.ts";
import { readBlock, readShape } from "./read-block.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import { decode, faultIn } from "./source-file.ts";

/** A file that was read and has the right shape. */
export type ReadFile<T> = {
  readonly source: TextFile;
  readonly value: T;
  readonly placeOf: (path: Path) => Place;
  readonly faultAt: (path: Path, says: string, more?: FaultDetails) => FileFault;
};

export type Outcome<T> = {
  readonly files: readonly ReadFile<T>[];
  readonly faults: readonly FileFault[];
};

/** Reads all files that a pattern names; each bad one becomes faults and the rest is read. */
export const readFiles = <T>(
  trees: readonly Tree[],
  pattern: RegExp,
  schema: z.ZodType<T>,
): Outcome<T> => {
  const read = textsOf(trees, pattern).map((text) =>
    isText(text) ? readFile(text, schema) : { files: [], faults: [text] },
  );
  return {
    files: read.flatMap(({ files }) => files),
    faults: read.flatMap(({ faults }) => faults),
  };
};

/** The same for files that are named after their id. */
export const readNamedFiles = <T extends { readonly id: string }>(
  trees: readonly Tree[],
  pattern: RegExp,
  schema: z.ZodType<T>,
): Outcome<T> => {
  const { files, faults } = readFiles(trees, pattern, schema);
  const misnamed = files.flatMap(({ value: { id }, source, placeOf }) =>
    nameFaults(pattern, { id, source, placeOf }),
  );
  return { files, faults: [...faults, ...misnamed] };
};

const readFile = <T>(source: TextFile, schema: z.ZodType<T>): Outcome<T> => {
  const desk = openDesk(source);
  const block = readBlock(source.text, { line: 1, column: 1 }, desk);
  const value = readShape(schema, block, desk);
  if (value === null) return { files: [], faults: desk.faults };
  const placeOf = (path: Path): Place => block.placeOf(path);
  const faultAt: ReadFile<T>["faultAt"] = (path, says, more) =>
    faultIn(source, placeOf(path), says, more);
  return { files: [{ source, value, placeOf, faultAt }], faults: desk.faults };
};

/** A folder that is laid over another replaces its files of the same path. */
export const textsOf = (
  trees: readonly Tree[],
  pattern: RegExp,
): readonly (TextFile | FileFault)[] =>
  trees.flatMap(({ files }) =>
    [...files].flatMap(([file, source]) => (pattern.test(file) ? [decode(source)] : [])),
  );

export const isText = (read: TextFile | FileFault): read is TextFile => "text" in read;

/** The last one wins: it comes from the folder that is laid over. */
export const byId = <T extends { readonly id: string }>({
  files,
}: Outcome<T>): ReadonlyMap<string, ReadFile<T>> =>
  new Map(files.map((file) => [file.value.id, file]));

/** Names that must exist elsewhere. */
export const missing = (
  file: Pick<ReadFile<unknown>, "faultAt">,
  noun: string,
  names: readonly string[],
  path: Path,
  known: Iterable<string>,
): FileFault[] => {
  const all = known instanceof Set ? known : new Set(known);
  return names.flatMap((name, index) => {
    if (all.has(name)) return [];
    return [file.faultAt([...path, index], ...unknown(noun, name, all))];
  });
};

export const unknown = (
  noun: string,
  name: string,
  known: ReadonlySet<string>,
): readonly [string, FaultDetails] => {
  const meant = didYouMean(name, known);
  const question = meant === null ? "" : `; did you mean \`${meant}\`?`;
  const cure = meant === null ? `name a ${noun} that exists, or remove it` : `write \`${meant}\``;
  return [`there is no ${noun} \`${name}\`${question}`, { meant, cure }];
};
