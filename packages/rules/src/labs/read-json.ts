import type { Json } from "../exercise.ts";

/** Own keys only, whatever they are called. */
export const recordOf = (value: Json | undefined): ReadonlyMap<string, Json> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;

export const textOf = (value: Json | undefined, charsMax: number): string | null =>
  typeof value === "string" && value.length <= charsMax ? value : null;

/** Null where it is no list, is too long, or one item cannot be read. */
export const listOf = <T>(
  value: Json | undefined,
  itemsMax: number,
  read: (item: Json) => T | null,
): readonly T[] | null => {
  if (!Array.isArray(value) || value.length > itemsMax) return null;
  const items = value.flatMap((item: Json) => read(item) ?? []);
  return items.length === value.length ? items : null;
};
