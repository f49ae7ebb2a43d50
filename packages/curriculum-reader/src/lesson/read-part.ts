import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Exercise, ExerciseKind } from "@checkride/rules/exercise";
import type { StepPart } from "@checkride/rules/lesson";
import type { Desk } from "../desk.ts";
import type { ExerciseDesk } from "../exercises/exercise-desk.ts";
import { exerciseKinds, readExercise } from "../exercises/read-exercise.ts";
import type { Path, Place } from "../fault.ts";
import type { Token } from "../markdown/parse.ts";
import type { Reading } from "../markdown/read-line.ts";
import { readLine } from "../markdown/read-line.ts";
import { readProse } from "../markdown/read-prose.ts";
import type { Block } from "../read-block.ts";
import { readBlock, readShape, reportShape } from "../read-block.ts";
import { referenceShapes } from "./lesson-shapes.ts";

/** The file that a block stands in. */
export type Page = {
  readonly desk: Desk;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly rows: readonly string[];
  readonly beside: ReadonlyMap<string, string>;
};

export type PlacedExercise = {
  readonly exercise: Exercise;
  readonly placeOf: (path: Path) => Place;
};

export type PartReading = {
  readonly part: StepPart | null;
  readonly exercise: PlacedExercise | null;
};

/** A fence that means something; null: code that is only shown. */
export const readPart = (token: Token, page: Page): PartReading | null => {
  const word = token.info.trim();
  const kind = exerciseKinds.find((one) => one === word);
  if (kind !== undefined) return readExercisePart(kind, token, page);
  if (word === "lab" || word === "case" || word === "document" || word === "draw") {
    return { part: readReference(word, token, page), exercise: null };
  }
  warnOfMisspelling(token, word, page);
  return null;
};

const readExercisePart = (kind: ExerciseKind, token: Token, page: Page): PartReading => {
  const block = blockOf(token, page);
  const nothing = { part: null, exercise: null };
  if (block.data === undefined) return nothing;
  const reading = readExercise(kind, block.data, exerciseDesk(block, page.desk, page.beside));
  if (!reading.ok) {
    reportShape(reading.faults, block, page.desk);
    return nothing;
  }
  const { exercise } = reading;
  return {
    part: { kind: "exercise", exercise },
    exercise: { exercise, placeOf: (path) => block.placeOf(path) },
  };
};

export const exerciseDesk = (
  block: Block,
  desk: Desk,
  beside: ReadonlyMap<string, string>,
): ExerciseDesk => {
  const placeOf = (path: Path): Place => block.placeOf(path);
  const reading = (path: Path): Reading => ({ ...desk, placeOf: () => placeOf(path) });
  return {
    rich: (text, path) => readLine(text, reading(path)),
    prose: (text, path) => readProse(text, reading(path)),
    report: (path, says, more) => desk.report(placeOf(path), says, more),
    reportInside: (path, text, span, says, more) =>
      desk.report(placeInside(desk.source.text, placeOf(path), text, span), says, more),
    beside: (name) => beside.get(name) ?? null,
    besideNames: [...beside.keys()],
    placeOf,
  };
};

/** Where the text stands in its line as it was written; otherwise, as with escapes, the whole of it. */
const placeInside = (
  source: string,
  place: Place,
  text: string,
  { at, length }: { readonly at: number; readonly length: number },
): Place => {
  const row = source.split("\n")[place.line - 1] ?? "";
  const start = row.indexOf(text, place.column - 1);
  if (start === -1) return place;
  const column = start + at + 1;
  return { line: place.line, column, endLine: place.line, endColumn: column + length };
};

const readReference = (
  word: keyof typeof referenceShapes,
  token: Token,
  page: Page,
): StepPart | null => {
  const block = blockOf(token, page);
  const refer = (kind: "lab" | "case" | "document", id: string, says = ""): StepPart => {
    page.desk.link({ to: { kind, id }, place: () => block.placeOf([kind]) });
    return { kind, id, says: says === "" ? null : says };
  };
  switch (word) {
    case "lab": {
      const shape = readShape(referenceShapes.lab, block, page.desk);
      return shape === null ? null : refer(word, shape.lab, shape.says);
    }
    case "case": {
      const shape = readShape(referenceShapes.case, block, page.desk);
      return shape === null ? null : refer(word, shape.case, shape.says);
    }
    case "document": {
      const shape = readShape(referenceShapes.document, block, page.desk);
      return shape === null ? null : refer(word, shape.document, shape.says);
    }
    case "draw": {
      const counts = readShape(referenceShapes.draw, block, page.desk);
      return counts === null ? null : { kind: "draw", counts };
    }
  }
};

const blockOf = (token: Token, { desk, bodyLine, rows }: Page): Block => {
  const [fence, end] = token.map ?? [0, 0];
  const indent = (rows[fence] ?? "").search(/\S/);
  const last = (rows[end - 1] ?? "").trim();
  const isClosed = end - 1 > fence && last.startsWith(token.markup) && /^(`+|~+)$/.test(last);
  if (!isClosed) {
    const line = bodyLine + fence;
    const endColumn = (rows[fence] ?? "").length + 1;
    desk.report({ line, column: indent + 1, endLine: line, endColumn }, "this block never ends", {
      cure: `close it with a line of ${token.markup}`,
    });
  }
  return readBlock(token.content, { line: bodyLine + fence + 1, column: indent + 1 }, desk);
};

/** `chose` would be shown as code. */
const warnOfMisspelling = (token: Token, word: string, { desk, bodyLine, rows }: Page): void => {
  if (word.length < 4 || !/^id:/m.test(token.content)) return;
  const meant = didYouMean(word, exerciseKinds);
  if (meant === null) return;
  const row = token.map?.[0] ?? 0;
  const column = (rows[row] ?? "").indexOf(word) + 1;
  const line = bodyLine + row;
  desk.report(
    { line, column, endLine: line, endColumn: column + word.length },
    `\`${word}\` is no kind of exercise; did you mean \`${meant}\`?`,
    { meant, cure: `write \`${meant}\`` },
  );
};
