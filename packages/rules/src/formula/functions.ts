/** What a formula can call, with how many arguments. */
export const functions: Readonly<
  Record<
    string,
    {
      readonly least: number;
      readonly most: number;
      readonly call: (...values: number[]) => number;
    }
  >
> = {
  if: { least: 3, most: 3, call: (c = 0, a = 0, b = 0) => (isTrue(c) ? a : b) },
  min: { least: 1, most: 10, call: Math.min },
  max: { least: 1, most: 10, call: Math.max },
  abs: { least: 1, most: 1, call: (x = 0) => Math.abs(x) },
  sqrt: { least: 1, most: 1, call: (x = 0) => Math.sqrt(x) },
  exp: { least: 1, most: 1, call: (x = 0) => Math.exp(x) },
  log: { least: 1, most: 1, call: (x = 0) => Math.log(x) },
  round: { least: 1, most: 1, call: (x = 0) => Math.round(x) },
  floor: { least: 1, most: 1, call: (x = 0) => Math.floor(x) },
  ceil: { least: 1, most: 1, call: (x = 0) => Math.ceil(x) },
  phi: { least: 1, most: 1, call: (x = 0) => phi(x) },
};

export const isTrue = (value: number): boolean => value !== 0 && !Number.isNaN(value);

/**
 * The share of a normal distribution below x, from the series of its integral around 0. Beyond 8 standard deviations
 * the rest is smaller than what a double can hold beside 1.
 */
export const phi = (x: number): number => {
  if (Number.isNaN(x)) return Number.NaN;
  if (x > 8) return 1;
  if (x < -8) return 0;
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-18; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return Math.min(1, Math.max(0, 0.5 + density * sum));
};
