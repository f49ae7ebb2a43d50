import type { ChangedFile, ChangedLine } from "@checkride/rules/labs/asked";

/** Text of a shown change: each line begins with a space, `+` or `-`. A named piece is where something is planted. */
export type Piece = string | { readonly id: string; readonly text: string };

/** Shown lines of one file, by their places from 0, both ends included. */
export type Place = { readonly file: string; readonly from: number; readonly to: number };

export type Change = {
  readonly file: ChangedFile;
  readonly places: readonly (Place & { readonly id: string })[];
};

/** A file with its changes, and where the named pieces stand in it, so that no author counts lines. */
export const changeOf = (path: string, language: string, pieces: readonly Piece[]): Change => {
  const lines: ChangedLine[] = [];
  const places: Change["places"][number][] = [];
  const next = { before: 1, after: 1 };
  for (const piece of pieces) {
    const from = lines.length;
    const text = typeof piece === "string" ? piece : piece.text;
    for (const line of text.replace(/^\n|\n$/g, "").split("\n")) lines.push(lineOf(line, next));
    if (typeof piece !== "string") {
      places.push({ id: piece.id, file: path, from, to: lines.length - 1 });
    }
  }
  return { file: { path, language, lines }, places };
};

const lineOf = (line: string, next: { before: number; after: number }): ChangedLine => {
  const text = line.slice(1);
  const sign = line.charAt(0);
  if (sign === "+") return { kind: "added", before: null, after: next.after++, text };
  if (sign === "-") return { kind: "removed", before: next.before++, after: null, text };
  return { kind: "same", before: next.before++, after: next.after++, text };
};
