import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Tree } from "@checkride/curriculum-reader/read-tree";
import type { SourceFile } from "@checkride/curriculum-reader/source-file";
import { type Folder, folders, type Layer } from "../../platform/curriculum.ts";

/** A file as it lies in its folder. */
export type Piece = {
  /** `shipped/modules/m01/m01-1.md` */
  readonly ref: string;
  readonly version: string;
  readonly source: SourceFile;
};

export const placeOfRef = (ref: string): { readonly folder: Folder; readonly file: string } => {
  const slash = ref.indexOf("/");
  return {
    folder: ref.slice(0, slash) === "own" ? "own" : "shipped",
    file: ref.slice(slash + 1),
  };
};

const versionOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A policy has versions and approvals of its own. */
const isPiece = (file: string): boolean => file !== "policy.yaml";

export const piecesOf = (layers: readonly Layer[]): ReadonlyMap<string, Piece> =>
  new Map(
    layers.flatMap(({ folder, tree }) =>
      [...tree.files.values()]
        .filter(({ file }) => isPiece(file))
        .map((source): [string, Piece] => {
          const ref = `${folder}/${source.file}`;
          return [ref, { ref, version: versionOf(source.bytes), source }];
        }),
    ),
  );

/** By file: the bytes to put in its place; null: the file is taken out. */
export type Replaced = ReadonlyMap<string, Uint8Array | null>;

const emptyTree = (): Tree => ({
  root: "",
  files: new Map(),
  unreadable: new Set(),
});

/** The folders with some files as they were before; the same object where nothing is replaced. */
export const withReplaced = (layers: readonly Layer[], replaced: Replaced): readonly Layer[] => {
  if (replaced.size === 0) return layers;
  return folders.flatMap((folder) => {
    const mine = [...replaced].filter(([ref]) => placeOfRef(ref).folder === folder);
    const layer = layers.find((one) => one.folder === folder);
    if (mine.length === 0) return layer ? [layer] : [];
    const tree = layer?.tree ?? emptyTree();
    const files = new Map(tree.files);
    for (const [ref, bytes] of mine) {
      const { file } = placeOfRef(ref);
      if (bytes) files.set(file, { file, path: join(tree.root, file), bytes });
      else files.delete(file);
    }
    const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [{ folder, tree: { ...tree, files: new Map(sorted) } }];
  });
};

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, "$2");

/** For people who read lists: what the file calls itself. */
export const titleOf = (ref: string, bytes: Uint8Array): string => {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_000));
  const named = /^title:[ \t]*(\S.*)$/m.exec(head) ?? /^# (.+)$/m.exec(head);
  const { file } = placeOfRef(ref);
  // PostgreSQL keeps no NUL in text.
  return unquoted((named?.[1] ?? file).replaceAll("\0", "").trim()).slice(0, 200) || file;
};
