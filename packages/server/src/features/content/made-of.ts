import { posix } from "node:path";
import type { CurriculumReading } from "@checkride/curriculum-reader/read-curriculum";
import type { TextFile } from "@checkride/curriculum-reader/source-file";
import type { FileVersion } from "../../platform/content-tables.ts";
import type { Piece } from "./pieces.ts";

export type Made = {
  readonly activity: string;
  readonly version: string;
  readonly files: readonly FileVersion[];
};

type Source = Pick<TextFile, "path" | "text">;

const inFolders = (pieces: Iterable<Piece>): ReadonlyMap<string, readonly Piece[]> => {
  const found = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const folder = posix.dirname(piece.ref);
    const known = found.get(folder);
    if (known) known.push(piece);
    else found.set(folder, [piece]);
  }
  return found;
};

/** Versions that evidence names are made of texts; this says of which files in which version. */
export const madeOf = (
  { curriculum, sources }: CurriculumReading,
  pieces: ReadonlyMap<string, Piece>,
): readonly Made[] => {
  const byPath = new Map([...pieces.values()].map((piece) => [piece.source.path, piece]));
  const byFolder = inFolders(pieces.values());
  const filesOf = ({ path, text }: Source): readonly FileVersion[] => {
    const own = byPath.get(path);
    const beside = own ? (byFolder.get(posix.dirname(own.ref)) ?? []) : [];
    const shown = text.includes("file: ")
      ? beside.filter(({ source }) => text.includes(`file: ${posix.basename(source.file)}`))
      : [];
    return [...(own ? [own] : []), ...shown].map(({ ref, version }) => ({ ref, version }));
  };
  const made = (activity: string, version: string, source: Source | undefined): Made[] =>
    source ? [{ activity, version, files: filesOf(source) }] : [];
  return [
    ...[...curriculum.lessons].flatMap(([id, { version }]) =>
      made(`lesson/${id}`, version, sources.lessons.get(id)?.source),
    ),
    ...[...curriculum.modules].flatMap(([id, { version }]) =>
      made(`module/${id}`, version, sources.modules.get(id)?.source),
    ),
    ...[...curriculum.cases].flatMap(([id, { version }]) =>
      made(`case/${id}`, version, sources.cases.get(id)?.source),
    ),
    ...sources.banks.flatMap(({ items, source }) =>
      items.flatMap(({ item }) => made(`item/${item.id}`, item.version, source)),
    ),
  ];
};
