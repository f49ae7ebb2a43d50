export type Reference = { readonly from: string; readonly to: string };

/**
 * Tables so that each comes after all that it refers to. Among those that could come next the first by name
 * does, so that the order depends on nothing but the schema.
 */
export const foreignKeyOrder = (
  tables: readonly string[],
  references: readonly Reference[],
): readonly string[] => {
  const waiting = new Set([...tables].sort());
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find((table) =>
      references.every(({ from, to }) => from !== table || to === table || !waiting.has(to)),
    );
    if (next === undefined) {
      throw new Error(`these tables refer to one another in a circle: ${[...waiting].join(", ")}`);
    }
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
};
