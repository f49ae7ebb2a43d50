/** How often each character followed each few characters before it. */
export type CharModel = {
  readonly order: number;
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

const padded = (line: string, order: number): string => `${"^".repeat(order)}${line}$`;

export const learn = (lines: readonly string[], order: number): CharModel => {
  const counts = new Map<string, Map<string, number>>();
  for (const line of lines) {
    const text = padded(line, order);
    for (let at = order; at < text.length; at++) {
      const before = text.slice(at - order, at);
      const next = counts.get(before) ?? new Map<string, number>();
      next.set(text.charAt(at), (next.get(text.charAt(at)) ?? 0) + 1);
      counts.set(before, next);
    }
  }
  return { order, counts };
};

export const nextOf = ({ order, counts }: CharModel, text: string): ReadonlyMap<string, number> =>
  counts.get(`${"^".repeat(order)}${text}`.slice(-order)) ?? new Map();

const signs = 96;

/** How surprised somebody is by these lines who has learned from those: 1 is not at all. */
export const perplexity = (learned: readonly string[], lines: readonly string[]): number => {
  const models = [0, 1, 2, 3, 4, 5].map((order) => learn(learned, order));
  let bits = 0;
  let count = 0;
  for (const line of lines) {
    for (let at = 0; at <= line.length; at++) {
      const sign = at === line.length ? "$" : line.charAt(at);
      bits -= Math.log2(shareOf(models, line.slice(0, at), sign));
      count += 1;
    }
  }
  return 2 ** (bits / count);
};

/** What is known of a long context, filled up with what is known of shorter ones. */
const shareOf = (models: readonly CharModel[], before: string, sign: string): number => {
  let share = 1 / signs;
  for (const model of models) {
    const next = nextOf(model, before);
    const total = [...next.values()].reduce((sum, one) => sum + one, 0);
    share = ((next.get(sign) ?? 0) + 2 * share) / (total + 2);
  }
  return share;
};
