import { type CSSProperties, useState } from "react";
import { keepSizes, type PaneSizes, readSizes } from "./pane-sizes.ts";

/** An incident needs more room in the middle than a file. */
const usualSizes = {
  code: { task: 25, results: 26 },
  board: { task: 22, results: 20 },
} as const satisfies Readonly<Record<string, PaneSizes>>;

type Look = {
  readonly style: CSSProperties & Readonly<Record<"--task" | "--results", string>>;
  readonly "data-folded": string;
};

export type Panes = {
  readonly sizes: PaneSizes;
  readonly usual: PaneSizes;
  readonly setSizes: (sizes: PaneSizes) => void;
  readonly look: Look;
};

const lookOf = ({ task, results }: PaneSizes): Look => ({
  style: { "--task": `${task}%`, "--results": `${results}%` },
  "data-folded": `${task === 0 ? "task" : ""} ${results === 0 ? "results" : ""}`.trim(),
});

/** How wide the panes are, as this browser remembers it. */
export const usePanes = (kind: keyof typeof usualSizes): Panes => {
  const key = `checkride-panes-${kind}`;
  const usual = usualSizes[kind];
  const [sizes, setSizes] = useState(() => readSizes(localStorage, key) ?? usual);
  return {
    sizes,
    usual,
    setSizes: (next) => {
      setSizes(next);
      keepSizes(localStorage, key, next);
    },
    look: lookOf(sizes),
  };
};
