/** An assessment that is passed by passing one lab in several variants, and well. */
export type LabSeries = {
  readonly assessment: string;
  readonly lab: string;
  readonly variants: number;
  /** As a share, of each of them. */
  readonly score: number;
};

export const labSeries: readonly LabSeries[] = [
  { assessment: "assessment/m17-review", lab: "lab/L42", variants: 3, score: 0.8 },
];

/** A pass as evidence tells it; `used`: an earlier pass of the series rests on it. */
export type SeriesPass = {
  readonly evidence: string;
  readonly variant: string;
  readonly score: number;
  readonly used: boolean;
};

/** Those that count, in the order in which they were passed, as many as are needed: each is good for one series. */
export const countedPasses = (
  { variants, score }: LabSeries,
  passes: readonly SeriesPass[],
): readonly SeriesPass[] => {
  const good = passes.filter((pass) => !pass.used && pass.score >= score);
  const fresh = good.filter(
    ({ variant }, at) => good.findIndex((one) => one.variant === variant) === at,
  );
  return fresh.slice(0, variants);
};
