/** A text that never changes its order is told apart by place: there is nothing else to know its parts by. */
export const keyed = <T>(
  list: readonly T[],
): readonly { readonly key: string; readonly value: T }[] =>
  list.map((value, place) => ({ key: `p${place}`, value }));
