import type { Json } from "@checkride/rules/exercise";

type Fields = ReadonlyMap<string, Json>;

export const fieldsOf = (value: Json | undefined): Fields =>
  new Map(
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [],
  );

export const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : [];

export const isNear = (value: Json | undefined, wanted: number, tolerance: number): boolean =>
  typeof value === "number" && Math.abs(value - wanted) <= tolerance;

/** A sentence has words, and says something in them once. */
export const isSentence = (value: Json | undefined, wordsMin: number): value is string => {
  if (typeof value !== "string") return false;
  const words = value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words).size >= wordsMin;
};

/** Whether a figure stands in the text, rounded as people round. */
export const states = (text: string, figure: number, tolerance: number): boolean =>
  (text.match(/\d+(?:[.,]\d+)?/g) ?? []).some(
    (found) => Math.abs(Number(found.replace(",", ".")) - figure) <= tolerance,
  );
