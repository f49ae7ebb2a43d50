/** A number as people type it: spaces around it, a comma or a point before the decimals. Null: it is none. */
export const readNumber = (text: string): number | null => {
  const written = text.trim().replace("−", "-").replace(",", ".");
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(written)) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
};
