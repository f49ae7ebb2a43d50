import type { Path } from "./fault.ts";

/** A copy of the data without some places, so that what is wrong in one place does not hide the rest. */
export const without = (data: unknown, removed: readonly Path[], path: Path = []): unknown => {
  const isGone = (segment: string | number): boolean =>
    removed.some((gone) => isSame(gone, [...path, segment]));
  if (Array.isArray(data)) {
    return data.flatMap((item: unknown, index) =>
      isGone(index) ? [] : [without(item, removed, [...path, index])],
    );
  }
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]: [string, unknown]) =>
      isGone(key) ? [] : [[key, without(value, removed, [...path, key])]],
    ),
  );
};

/** Where a place of the copy is in the original: list positions move up when items before them are gone. */
export const originalPath = (path: Path, removed: readonly Path[]): Path => {
  const original: (string | number)[] = [];
  for (const segment of path) {
    if (typeof segment === "string") {
      original.push(segment);
      continue;
    }
    let index = -1;
    for (let left = segment; left >= 0; left--) {
      do index++;
      while (removed.some((gone) => isSame(gone, [...original, index])));
    }
    original.push(index);
  }
  return original;
};

export const isSame = (a: Path, b: Path): boolean => a.length === b.length && isWithin(a, b);

/** Is the first path the second one or something inside of it. */
export const isWithin = (path: Path, outer: Path): boolean =>
  outer.every((segment, index) => path[index] === segment);
