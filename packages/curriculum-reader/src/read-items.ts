import type { Item, ItemExercise } from "@checkride/rules/item";
import type { z } from "zod";
import type { Desk, PlacedLink } from "./desk.ts";
import { openDesk } from "./desk.ts";
import { readExercise } from "./exercises/read-exercise.ts";
import type { Path, Place } from "./fault.ts";
import { textsBeside } from "./lesson/read-lessons.ts";
import { exerciseDesk } from "./lesson/read-part.ts";
import { twinFaults } from "./piece-names.ts";
import { itemFileShape, itemKinds, itemShape } from "./piece-shapes.ts";
import type { Block } from "./read-block.ts";
import { readBlock, readShape, reportShape } from "./read-block.ts";
import { isText, textsOf } from "./read-files.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import { versionOf } from "./source-file.ts";

/** An item once read; `placeOf` starts at the item. */
export type ItemFile = {
  readonly source: TextFile;
  readonly item: Item;
  readonly placeOf: (path: Path) => Place;
};

/** The questions of one competency. */
export type BankFile = {
  readonly source: TextFile;
  readonly items: readonly ItemFile[];
  readonly links: readonly PlacedLink[];
  readonly placeOf: (path: Path) => Place;
  readonly competency: string;
};

export type ItemsReading = {
  readonly banks: readonly BankFile[];
  readonly faults: readonly FileFault[];
};

export const readItems = (trees: readonly Tree[]): ItemsReading => {
  const banks: BankFile[] = [];
  const faults: FileFault[] = [];
  for (const text of textsOf(trees, /^items\/[^/.]+\.yaml$/)) {
    if (!isText(text)) {
      faults.push(text);
      continue;
    }
    const desk = openDesk(text);
    const bank = readBank(text, desk, textsBeside(trees, text.file));
    if (bank !== null) banks.push(bank);
    faults.push(...desk.faults);
  }
  const named = banks
    .flatMap(({ items }) => items)
    .map(({ item: { id }, source, placeOf }) => ({ id, source, placeOf }));
  return { banks, faults: [...faults, ...twinFaults("question", named)] };
};

const readBank = (
  source: TextFile,
  desk: Desk,
  beside: ReadonlyMap<string, string>,
): BankFile | null => {
  const block = readBlock(source.text, { line: 1, column: 1 }, desk);
  const shape = readShape(itemFileShape, block, desk);
  if (shape === null) return null;
  const { competency } = shape;
  const items = shape.items.flatMap((data, index) => {
    const at: Path = ["items", index];
    const entry: Block = { data, placeOf: (path, part) => block.placeOf([...at, ...path], part) };
    const item = readItem(entry, competency, desk, beside);
    return item === null ? [] : [{ source, item, placeOf: (path: Path) => entry.placeOf(path) }];
  });
  return { source, items, links: desk.links, placeOf: (path) => block.placeOf(path), competency };
};

const readItem = (
  entry: Block,
  competency: string,
  desk: Desk,
  beside: ReadonlyMap<string, string>,
): Item | null => {
  const shape = readShape(itemShape, entry, desk);
  if (shape === null) return null;
  const exercise = readItemExercise(shape, entry, desk, beside);
  if (exercise === null) return null;
  if (!shape.id.startsWith(competency.toLowerCase())) {
    desk.report(
      entry.placeOf(["id"]),
      `the id \`${shape.id}\` is not one of competency ${competency}`,
      {
        cure: `begin it with ${competency.toLowerCase()}`,
      },
    );
  }
  return {
    id: shape.id,
    competency,
    topic: { id: shape.id.split("-")[0] ?? shape.id, title: shape.topic },
    level: shape.level,
    threats: shape.threats,
    added: shape.added,
    reviewed: shape.reviewed,
    reviewBy: shape.reviewBy,
    sources: shape.sources.map(({ title, url }) => ({ title, url })),
    exercise,
    version: versionOf([JSON.stringify(exercise)]),
  };
};

const readItemExercise = (
  shape: z.infer<typeof itemShape>,
  entry: Block,
  desk: Desk,
  beside: ReadonlyMap<string, string>,
): ItemExercise | null => {
  const [kind, ...more] = itemKinds.filter((one) => shape[one] !== undefined);
  if (kind === undefined || more.length > 0) {
    desk.report(entry.placeOf(["id"]), "an item asks exactly one exercise", {
      cure: `give it one of ${itemKinds.join(", ")}`,
    });
    return null;
  }
  const written = shape[kind];
  const data = isMapping(written) ? { ...written, id: shape.id } : written;
  const body: Block = { data, placeOf: (path, part) => entry.placeOf([kind, ...path], part) };
  const reading = readExercise(kind, data, exerciseDesk(body, desk, beside));
  if (!reading.ok) {
    reportShape(reading.faults, body, desk);
    return null;
  }
  return isItemExercise(reading.exercise) ? reading.exercise : null;
};

const isMapping = (data: unknown): data is object => typeof data === "object" && data !== null;

const isItemExercise = (exercise: { readonly kind: string }): exercise is ItemExercise =>
  itemKinds.some((kind) => kind === exercise.kind);
