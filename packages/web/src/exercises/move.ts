/** The list with one card moved up or down by one; at an end it stays as it is. */
export const moved = (cards: readonly string[], card: string, by: -1 | 1): readonly string[] => {
  const from = cards.indexOf(card);
  const to = from + by;
  if (from < 0 || to < 0 || to >= cards.length) return cards;
  return cards.toSpliced(from, 1).toSpliced(to, 0, card);
};
