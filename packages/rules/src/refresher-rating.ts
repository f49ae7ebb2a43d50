/** Nobody picks "easy" for themselves: it would put a card off for longer than anybody remembers. */
export type RefresherRating = "again" | "hard" | "good";

/** Two minutes are for up to five cards; whoever needs longer for one had to work it out. */
export const slowSeconds = 60;

export const ratingOf = (answer: {
  readonly right: boolean;
  readonly seconds: number;
  /** It was wrong the last time: this is the second try at it. */
  readonly missedLast: boolean;
}): RefresherRating => {
  if (!answer.right) return "again";
  return answer.missedLast || answer.seconds > slowSeconds ? "hard" : "good";
};

/** Expected to be remembered least comes first; what was never shown comes last, in the order it fell due. */
export const byRecall = (
  a: { readonly recall: number | null; readonly dueAt: number },
  b: { readonly recall: number | null; readonly dueAt: number },
): number => (a.recall ?? 1) - (b.recall ?? 1) || a.dueAt - b.dueAt;
