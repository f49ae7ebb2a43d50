/** A stretch of time: `from` belongs to it, `to` does not. */
export type Span = { readonly from: number; readonly to: number };

/** Sorted, disjoint and never touching: one way to write each set of instants. */
export type Spans = readonly Span[];

/** The instants that lie in at least `count` of the given sets. */
export const atLeast = (count: number, sets: readonly Spans[]): Spans => {
  const steps = sets
    .flat()
    .filter((span) => span.from < span.to)
    .flatMap((span) => [
      { at: span.from, by: 1 },
      { at: span.to, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
  const spans: Span[] = [];
  let depth = 0;
  let openedAt: number | null = null;
  for (const [index, step] of steps.entries()) {
    depth += step.by;
    // All steps of one instant are taken before looking, so that touching spans become one.
    if (steps[index + 1]?.at === step.at) continue;
    if (depth >= count && openedAt === null) openedAt = step.at;
    if (depth < count && openedAt !== null) {
      spans.push({ from: openedAt, to: step.at });
      openedAt = null;
    }
  }
  return spans;
};

export const union = (sets: readonly Spans[]): Spans => atLeast(1, sets);

/** Of no sets at all: nothing, so that a rule that asks nothing gives nothing. */
export const intersection = (sets: readonly Spans[]): Spans =>
  sets.length === 0 ? [] : atLeast(sets.length, sets);

/** Each span ends later by so much. */
export const prolong = (spans: Spans, by: number): Spans =>
  union(spans.map((span) => [{ from: span.from, to: span.to + by }]));

export const spanAt = (spans: Spans, instant: number): Span | null =>
  spans.find((span) => span.from <= instant && instant < span.to) ?? null;

/** The end of the span that holds at the instant, or else of the last one before it. */
export const endAt = (spans: Spans, instant: number): number | null =>
  spans.findLast((span) => span.from <= instant)?.to ?? null;
