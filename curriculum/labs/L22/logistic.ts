import type { Draw } from "@checkride/range/draw";

export type Linear = { readonly weights: readonly number[]; readonly bias: number };
export type Sample = { readonly features: readonly number[]; readonly target: number };

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);

export const scoreOf = ({ weights, bias }: Linear, features: readonly number[]): number =>
  bias + dot(weights, features);

export const probabilityOf = (model: Linear, features: readonly number[]): number =>
  1 / (1 + Math.exp(-Math.max(-30, Math.min(30, scoreOf(model, features)))));

/** From 0 to 1 with two decimals, as a form takes it. */
export const drawFeatures = (draw: Draw, count = 16): readonly number[] =>
  Array.from({ length: count }, () => draw.whole(0, 100) / 100);

/** Half of all patients are above the middle, so a copy that knows nothing is right half of the time. */
export const drawLinear = (draw: Draw, lean = 0): Linear => {
  const weights = Array.from({ length: 16 }, () => draw.whole(-400, 400) / 100 + lean);
  const weak = weights.map((one) => (Math.abs(one) < 0.5 ? one + Math.sign(one || 1) : one));
  return { weights: weak, bias: -weak.reduce((sum, one) => sum + one, 0) / 2 };
};

/** Gradient descent, patient by patient. */
export const learn = (samples: readonly Sample[], rounds: number): Linear => {
  const weights = (samples[0]?.features ?? []).map(() => 0);
  let bias = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { features, target } of samples) {
      const step = 0.3 * (target - probabilityOf({ weights, bias }, features));
      for (const [at, value] of features.entries()) weights[at] = (weights[at] ?? 0) + step * value;
      bias += step;
    }
  }
  return { weights, bias };
};

/** On how many of 400 patients two models say the same. */
export const agreement = (draw: Draw, one: Linear, other: Linear): number => {
  const same = Array.from({ length: 400 }, () => drawFeatures(draw)).filter(
    (features) => scoreOf(one, features) > 0 === scoreOf(other, features) > 0,
  );
  return same.length / 400;
};
