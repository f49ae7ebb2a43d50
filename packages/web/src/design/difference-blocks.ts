import type { DifferenceLine } from "@checkride/rules/text-difference";

export type DifferenceBlock =
  | { readonly kind: "lines"; readonly key: string; readonly lines: readonly DifferenceLine[] }
  | { readonly kind: "gap"; readonly key: string; readonly count: number };

const context = 3;

/** Changes with a few lines around each; longer stretches without a change are only counted. */
export const differenceBlocks = (lines: readonly DifferenceLine[]): readonly DifferenceBlock[] => {
  const changed = lines.flatMap(({ kind }, i) => (kind === "same" ? [] : [i]));
  const shown = new Set(
    changed.flatMap((at) => Array.from({ length: 2 * context + 1 }, (_, i) => at - context + i)),
  );
  const blocks: DifferenceBlock[] = [];
  let start = 0;
  while (start < lines.length) {
    const isShown = shown.has(start);
    let end = start;
    while (end < lines.length && shown.has(end) === isShown) end++;
    const key = `${isShown ? "lines" : "gap"}-${start}`;
    blocks.push(
      isShown
        ? { kind: "lines", key, lines: lines.slice(start, end) }
        : { kind: "gap", key, count: end - start },
    );
    start = end;
  }
  return blocks;
};
