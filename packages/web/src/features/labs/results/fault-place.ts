export type Place = { readonly path: string; readonly line: number };

/** The place that the words about a fault name: "(attacks.ts, line 3)", or "(line 3)" where there is one file only. */
export const placeIn = (says: string, paths: readonly string[]): Place | null => {
  const found = /\((?:([\w./-]+), )?line (\d+)\)/.exec(says);
  if (found === null) return null;
  const path = found[1] ?? (paths.length === 1 ? paths[0] : undefined);
  const line = Number(found[2]);
  return path !== undefined && paths.includes(path) && line > 0 ? { path, line } : null;
};
