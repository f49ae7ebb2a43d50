import type { PointerEvent } from "react";
import { folded, type Side, sideLimits, sizesAfterKey, withSize } from "./pane-sizes.ts";
import type { PaneName } from "./use-bench.ts";
import type { Panes } from "./use-panes.ts";
import "./panes.css";

export const paneId = (name: PaneName): string => `bench-${name}`;

type PaneSeparatorProps = {
  readonly side: Side;
  readonly label: string;
  readonly panes: Panes;
};

/** Drawn with a mouse or a finger, moved with arrow keys; Enter and a double click fold its pane away and back. */
export const PaneSeparator = ({ side, label, panes }: PaneSeparatorProps) => {
  const { sizes, usual, setSizes } = panes;
  const draw = ({ currentTarget, clientX, pointerId }: PointerEvent<HTMLElement>) => {
    const bench = currentTarget.parentElement?.getBoundingClientRect();
    if (!bench || !currentTarget.hasPointerCapture(pointerId)) return;
    const share = ((clientX - bench.left) / bench.width) * 100;
    setSizes(withSize(sizes, side, side === "task" ? share : 100 - share));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no line between texts
    <div
      role="separator"
      className="bench-separator"
      data-side={side}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={paneId(side)}
      aria-valuemin={0}
      aria-valuemax={sideLimits.max}
      aria-valuenow={Math.round(sizes[side])}
      aria-valuetext={sizes[side] === 0 ? "folded away" : `${Math.round(sizes[side])} %`}
      title="Draw, or press the arrow keys; Enter folds it away"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={draw}
      onDoubleClick={() => setSizes(folded(sizes, side, usual))}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = sizesAfterKey(sizes, side, event.key, usual);
        if (next === null) return;
        event.preventDefault();
        setSizes(next);
      }}
    />
  );
};
