/** The same list with one item a place further up or down; at its ends nothing moves. */
export const moved = <T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] => {
  const [item, other] = [list[from], list[from + by]];
  if (item === undefined || other === undefined) return list;
  return list.map((one, place) => (place === from ? other : place === from + by ? item : one));
};
