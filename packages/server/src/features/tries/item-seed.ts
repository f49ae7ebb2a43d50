/** Of one question in one try. */
export const itemSeed = ({ seed }: { readonly seed: string }, item: string): string =>
  `${seed} ${item}`;
