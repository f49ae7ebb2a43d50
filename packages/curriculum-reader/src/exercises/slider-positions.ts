import type { Slider } from "@checkride/rules/exercise";
import type { FormulaValues } from "@checkride/rules/formula";

const mostTried = 20_000;

/** Positions to try: all of them where they are few enough, otherwise a grid over them. */
export const positionsOf = (
  sliders: readonly Slider[],
): { readonly isWhole: boolean; readonly positions: Iterable<FormulaValues> } => {
  const counts = sliders.map(({ from, to, step }) => Math.floor((to - from) / step + 1e-9) + 1);
  const all = counts.reduce((product, count) => product * count, 1);
  const perSlider = Math.max(2, Math.floor(mostTried ** (1 / sliders.length)));
  const isWhole = all <= mostTried;
  const tried = counts.map((count) => (isWhole ? count : Math.min(count, perSlider)));
  const total = tried.reduce((product, count) => product * count, 1);
  return { isWhole, positions: scattered({ sliders, counts, tried, total }) };
};

type Grid = {
  readonly sliders: readonly Slider[];
  readonly counts: readonly number[];
  readonly tried: readonly number[];
  readonly total: number;
};

/** In an order that jumps about: a goal that can be reached is mostly reached soon. */
function* scattered({ sliders, counts, tried, total }: Grid): Generator<FormulaValues> {
  const stride = strideFor(total);
  for (let n = 0; n < total; n++) {
    let rest = (n * stride) % total;
    const at: Record<string, number> = {};
    for (const [index, { id, from, step }] of sliders.entries()) {
      const steps = tried[index] ?? 1;
      const place = rest % steps;
      rest = Math.floor(rest / steps);
      const last = (counts[index] ?? 1) - 1;
      const notch = steps === 1 ? 0 : Math.round((place * last) / (steps - 1));
      at[id] = Number((from + notch * step).toPrecision(12));
    }
    yield at;
  }
}

/** About 0.618 of the way, and sharing no divisor with it, so that every position is met once. */
const strideFor = (total: number): number => {
  let stride = Math.max(1, Math.round(total * 0.618));
  while (divisor(stride, total) !== 1) stride += 1;
  return stride;
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
