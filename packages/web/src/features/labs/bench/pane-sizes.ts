/** Shares of the window's width; the work has what is left. 0: folded away. */
export type PaneSizes = { readonly task: number; readonly results: number };
export type Side = keyof PaneSizes;

export const sideLimits = { min: 15, max: 45 } as const;
const workMin = 30;
/** Drawn to less than this, a pane folds away. */
const foldsBelow = 8;
const stepShare = 2;

const otherOf = (side: Side): Side => (side === "task" ? "results" : "task");

/** As wide as asked for, within what is readable and what leaves room to work. */
export const withSize = (sizes: PaneSizes, side: Side, share: number): PaneSizes => {
  if (share < foldsBelow) return { ...sizes, [side]: 0 };
  const most = Math.min(sideLimits.max, 100 - workMin - sizes[otherOf(side)]);
  const size = Math.round(Math.max(sideLimits.min, Math.min(most, share)) * 10) / 10;
  return { ...sizes, [side]: size };
};

/** Away, or back to how it began. */
export const folded = (sizes: PaneSizes, side: Side, usual: PaneSizes): PaneSizes =>
  sizes[side] === 0 ? withSize(sizes, side, usual[side]) : { ...sizes, [side]: 0 };

/** What a key on the separator does; null: it is not one of its keys. Arrows move the separator, not the pane. */
export const sizesAfterKey = (
  sizes: PaneSizes,
  side: Side,
  key: string,
  usual: PaneSizes,
): PaneSizes | null => {
  const size = sizes[side];
  const wider = side === "task" ? "ArrowRight" : "ArrowLeft";
  const narrower = side === "task" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case wider:
      return withSize(sizes, side, size === 0 ? sideLimits.min : size + stepShare);
    case narrower:
      return size === 0 ? sizes : withSize(sizes, side, Math.max(sideLimits.min, size - stepShare));
    case "Home":
      return withSize(sizes, side, sideLimits.min);
    case "End":
      return withSize(sizes, side, sideLimits.max);
    case "Enter":
      return folded(sizes, side, usual);
    default:
      return null;
  }
};

const isShare = (value: unknown): value is number =>
  typeof value === "number" &&
  (value === 0 || (value >= sideLimits.min && value <= sideLimits.max));

/** What this browser remembers; null: nothing that could be used. */
export const readSizes = (storage: Pick<Storage, "getItem">, key: string): PaneSizes | null => {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    if (!("task" in value && "results" in value)) return null;
    const { task, results } = value;
    return isShare(task) && isShare(results) && task + results <= 100 - workMin
      ? { task, results }
      : null;
  } catch {
    return null;
  }
};

export const keepSizes = (
  storage: Pick<Storage, "setItem">,
  key: string,
  sizes: PaneSizes,
): void => {
  try {
    storage.setItem(key, JSON.stringify(sizes));
  } catch {
    // Without storage they last as long as the page.
  }
};
