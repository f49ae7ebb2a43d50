import { createHash } from "node:crypto";
import type { Fault, Place } from "./fault.ts";
import { firstPlace, inOrderOfText } from "./fault.ts";
import { largestTextBytes } from "./yaml-document.ts";

export type FileFault = Fault & {
  /** As people know it, from the folder of the curriculum on. */
  readonly file: string;
  /** Where that lies on this machine. */
  readonly onDisk: string;
};

/** A file as it lies on the disk. */
export type SourceFile = {
  readonly file: string;
  readonly path: string;
  readonly bytes: Uint8Array;
};

/** A file whose bytes are text. */
export type TextFile = Pick<SourceFile, "file" | "path"> & { readonly text: string };

type Origin = Pick<SourceFile, "file" | "path">;

export const faultIn = (
  { file, path }: Origin,
  place: Place,
  says: string,
  more: Partial<Pick<Fault, "severity" | "meant" | "cure">> = {},
): FileFault => ({
  line: place.line,
  column: place.column,
  endLine: place.endLine,
  endColumn: place.endColumn,
  path: [],
  severity: more.severity ?? "error",
  says,
  meant: more.meant ?? null,
  ...(more.cure === undefined ? {} : { cure: more.cure }),
  file,
  onDisk: path,
});

export const inOrderOfFiles = (a: FileFault, b: FileFault): number =>
  a.onDisk === b.onDisk ? inOrderOfText(a, b) : a.onDisk < b.onDisk ? -1 : 1;

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The text of a file, with the line ends of Unix and without a byte order mark. */
export const decode = (source: SourceFile): TextFile | FileFault => {
  const { file, path, bytes } = source;
  if (bytes.length > largestTextBytes) {
    return faultIn(source, firstPlace, "the file is longer than 1 MiB, the most that is read", {
      cure: "split it, or show only the part that matters",
    });
  }
  try {
    return { file, path, text: decoder.decode(bytes).replaceAll("\r\n", "\n") };
  } catch {
    return faultIn(source, placeOfBadByte(bytes), "this is not UTF-8 text", {
      cure: "save the file as UTF-8",
    });
  }
};

/** Everything before the first bad byte can be decoded; a decoder that streams says how much that is. */
const placeOfBadByte = (bytes: Uint8Array): Place => {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefixOfText(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, low)).split("\n");
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { line, column, endLine: line, endColumn: column + 1 };
};

const isPrefixOfText = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Which content it was: the hash of a piece's texts, each with its length so that they cannot run together. */
export const versionOf = (texts: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex");
};
