/** One mistake of an author, with its place in the text (lines and columns count from 1, `end` is behind it). */
export type Fault = Place & {
  readonly path: Path;
  readonly severity: "error" | "warning";
  readonly says: string;
  /** What was probably meant, ready to be put in its place; null: no guess. */
  readonly meant: string | null;
  /** What to do, where the sentence does not say it yet. */
  readonly cure?: string;
};

export type Place = {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};

/** Keys and positions from the top of the document. */
export type Path = readonly (string | number)[];

export const hasError = (faults: readonly Pick<Fault, "severity">[]): boolean =>
  faults.some((fault) => fault.severity === "error");

export const inOrderOfText = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

/** For faults of the whole text. */
export const firstPlace: Place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
