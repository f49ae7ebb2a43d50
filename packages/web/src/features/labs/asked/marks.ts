import type { Json } from "@checkride/rules/exercise";

/** Places of characters, `to` behind the end. */
export type Span = readonly [from: number, to: number];

export type Word = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What stands before it on its line: indentation, or the room between two words. */
  readonly gap: string;
};

export type MarkLine = { readonly number: number; readonly words: readonly Word[] };

const isSpan = (value: Json): value is [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((one) => Number.isSafeInteger(one)) &&
  Number(value[0]) < Number(value[1]);

export const readSpans = (value: Json | undefined): readonly Span[] =>
  Array.isArray(value) ? value.filter(isSpan).map(([from, to]): Span => [from, to]) : [];

/** Quotes and brackets hold words together from outside; they are words of their own only where they stand alone. */
const wordPattern = /["'`([{<]*[^\s"'`()[\]{}<>,;=]+["'`)\]}>,;:=]*|[^\s]/g;

export const linesWithWords = (text: string): readonly MarkLine[] => {
  let start = 0;
  return text.split("\n").map((line, place) => {
    const lineFrom = start;
    start += line.length + 1;
    let end = 0;
    const words = [...line.matchAll(wordPattern)].map((match): Word => {
      const gap = line.slice(end, match.index);
      end = match.index + match[0].length;
      return { from: lineFrom + match.index, to: lineFrom + end, text: match[0], gap };
    });
    return { number: place + 1, words };
  });
};

/** In order, those that touch or are parted by nothing but room joined. */
const joined = (spans: readonly Span[], text: string): readonly Span[] => {
  const found: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && text.slice(last[1], from).trim() === "") {
      last[1] = Math.max(last[1], to);
    } else found.push([from, to]);
  }
  return found;
};

export const addSpan = (spans: readonly Span[], span: Span, text: string): readonly Span[] =>
  joined([...spans, span], text);

const trimmed = ([from, to]: Span, text: string): readonly Span[] => {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  const end = to - (inner.length - inner.trimEnd().length);
  return start < end ? [[start, end]] : [];
};

export const removeSpan = (
  spans: readonly Span[],
  [from, to]: Span,
  text: string,
): readonly Span[] =>
  spans.flatMap(([a, b]) =>
    b <= from || a >= to
      ? [[a, b] as const]
      : [...(a < from ? trimmed([a, from], text) : []), ...(b > to ? trimmed([to, b], text) : [])],
  );

export const isMarked = (spans: readonly Span[], { from, to }: Word): boolean =>
  spans.some(([a, b]) => a <= from && to <= b);
