import type { Json } from "@checkride/rules/exercise";

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Exactly the same JSON value: own keys only, lists in order, no coercion. Zero has no sign in JSON that matters. */
export const sameJson = (a: Json, b: Json): boolean => {
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((one, i) => sameJson(one, b[i] ?? null));
  }
  if (!isRecord(a)) return a === b;
  if (!isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null))
  );
};
