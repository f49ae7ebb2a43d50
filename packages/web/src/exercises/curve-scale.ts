/** Round numbers that cover a range, about `count` of them: 0, 0.5, 1, … */
export const ticks = (from: number, to: number, count: number): readonly number[] => {
  if (!(to > from)) return [from];
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, place) =>
    Number(((first + place) * step).toPrecision(12)),
  );
};

/** The lowest and highest that is drawn: from 0 where nothing is below it, and never flat. */
export const rangeOf = (values: readonly number[]): readonly [number, number] => {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = Math.min(0, ...finite);
  const high = Math.max(...finite);
  return high > low ? [low, high] : [low, low + 1];
};

/** Evenly spaced from one end of a slider to the other, both ends included. */
export const samples = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => from + ((to - from) * place) / (count - 1));

/** As many digits as say something: 0.25, 12.5, 1,200. */
export const short = (value: number): string => {
  if (!Number.isFinite(value)) return "—";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
};
