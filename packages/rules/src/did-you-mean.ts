/** The candidate that somebody probably meant; null if none is near. */
export const didYouMean = (written: string, candidates: Iterable<string>): string | null => {
  // A code such as `L99` is near to every other code: there only a slip of the finger is a guess.
  const reach = /\d/.test(written) ? 1 : Math.max(1, Math.floor(written.length / 3));
  let nearest: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) > reach) continue;
    const steps = editDistance(written.toLowerCase(), candidate.toLowerCase());
    // Swapped letters are a likelier slip than other letters.
    const distance = lettersOf(written) === lettersOf(candidate) ? steps - 0.5 : steps;
    if (distance <= reach && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) {
      nearest = { candidate, distance };
    }
  }
  return nearest?.candidate ?? null;
};

const lettersOf = (word: string): string => [...word.toLowerCase()].toSorted().join("");

/** Insertions, deletions, replacements and swaps of neighbours, each one step. */
export const editDistance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        row > 1 && column > 1 && isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
};
