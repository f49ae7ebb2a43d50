import type { Span } from "../../kit/answered-lab.ts";

/** A number that was asked for as text; null: something else was written. */
export const wholeNumber = (text: string): number | null =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;

/** Which lines of a text are marked to one half or more, counted from 0. */
export const markedLines = (text: string, spans: readonly Span[]): readonly number[] => {
  let from = 0;
  return text.split("\n").flatMap((line, at) => {
    const [begin, end] = [from, from + line.length];
    from = end + 1;
    const marked = spans.reduce(
      (sum, [a, b]) => sum + Math.max(0, Math.min(b, end) - Math.max(a, begin)),
      0,
    );
    return line.trim() !== "" && marked * 2 >= line.trim().length ? [at] : [];
  });
};
