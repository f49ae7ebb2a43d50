import type { Competency } from "@checkride/rules/item";
import type { z } from "zod";
import type { Term } from "./curriculum.ts";
import type { Desk, PlacedLink } from "./desk.ts";
import { openDesk } from "./desk.ts";
import type { Path, Place } from "./fault.ts";
import { firstPlace } from "./fault.ts";
import { readLine } from "./markdown/read-line.ts";
import { competencyShape, termShape } from "./piece-shapes.ts";
import type { Block } from "./read-block.ts";
import { readBlock, readShape } from "./read-block.ts";
import { isText, textsOf } from "./read-files.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault, TextFile } from "./source-file.ts";

/** An entry of a list such as the glossary. */
export type Entry<T> = {
  readonly source: TextFile;
  readonly value: T;
  readonly placeOf: (path: Path) => Place;
};

export type ListReading<T> = {
  readonly entries: readonly Entry<T>[];
  readonly links: readonly (PlacedLink & { readonly source: TextFile })[];
  readonly faults: readonly FileFault[];
};

export const readGlossary = (trees: readonly Tree[]): ListReading<Term> =>
  readList(trees, /^glossary\.yaml$/, termShape, ({ id, term, says, see = [] }, entry, desk) => {
    const placeOf = (): Place => entry.placeOf(["says"]);
    return { id, term, says: readLine(says, { ...desk, placeOf }), see };
  });

export const readCompetencies = (trees: readonly Tree[]): ListReading<Competency> =>
  readList(trees, /^competencies\.yaml$/, competencyShape, (shape) => shape);

const readList = <S, T extends { readonly id: string }>(
  trees: readonly Tree[],
  pattern: RegExp,
  schema: z.ZodType<S>,
  make: (shape: S, entry: Block, desk: Desk) => T,
): ListReading<T> => {
  const entries: Entry<T>[] = [];
  const faults: FileFault[] = [];
  const links: (PlacedLink & { readonly source: TextFile })[] = [];
  for (const text of textsOf(trees, pattern)) {
    if (!isText(text)) {
      faults.push(text);
      continue;
    }
    const desk = openDesk(text);
    for (const entry of entriesOf(text, desk)) {
      const shape = readShape(schema, entry, desk);
      if (shape === null) continue;
      const value = make(shape, entry, desk);
      entries.push({ source: text, value, placeOf: (path) => entry.placeOf(path) });
    }
    reportTwins(entries, text, desk);
    links.push(...desk.links.map((link) => ({ ...link, source: text })));
    faults.push(...desk.faults);
  }
  return { entries, links, faults };
};

const entriesOf = (text: TextFile, desk: Desk): readonly Block[] => {
  const block = readBlock(text.text, { line: 1, column: 1 }, desk);
  const { data } = block;
  if (data === undefined) return [];
  if (!Array.isArray(data)) {
    desk.report(firstPlace, "the file must be a list", { cure: "begin each entry with - " });
    return [];
  }
  return data.map((one: unknown, index) => ({
    data: one,
    placeOf: (path, part) => block.placeOf([index, ...path], part),
  }));
};

const reportTwins = (
  entries: readonly Entry<{ readonly id: string }>[],
  text: TextFile,
  desk: Desk,
): void => {
  const seen = new Set<string>();
  for (const { source, value, placeOf } of entries) {
    if (source !== text) continue;
    if (seen.has(value.id)) {
      desk.report(placeOf(["id"]), `the id \`${value.id}\` is there twice`, {
        cure: "remove one, or give it another id",
      });
    }
    seen.add(value.id);
  }
};
