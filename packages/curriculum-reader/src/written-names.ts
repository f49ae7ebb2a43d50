import type { Tree } from "./read-tree.ts";

const patterns = {
  track: /^tracks\/([^/]+)\.yaml$/,
  module: /^modules\/([^/]+)\/module\.yaml$/,
  lesson: /^modules\/[^/]+\/([^/.]+)\.md$/,
  lab: /^labs\/([^/]+)\/lab\.yaml$/,
  case: /^cases\/([^/.]+)\.md$/,
  document: /^documents\/([^/]+)\/document\.yaml$/,
} as const;

export type WrittenNames = Readonly<Record<keyof typeof patterns, ReadonlySet<string>>>;

/** Names of files, readable or not: that a file is broken is said once, not at everything that leads to it. */
export const writtenNames = (trees: readonly Tree[]): WrittenNames => {
  const files = trees.flatMap((tree) => [...tree.files.keys()]);
  const names = (pattern: RegExp): ReadonlySet<string> =>
    new Set(files.flatMap((file) => pattern.exec(file)?.[1] ?? []));
  return {
    track: names(patterns.track),
    module: names(patterns.module),
    lesson: names(patterns.lesson),
    lab: names(patterns.lab),
    case: names(patterns.case),
    document: names(patterns.document),
  };
};
