import { useState } from "react";

export type Cursors = {
  readonly cursor: string | undefined;
  /** How many pages lie before this one. */
  readonly pagesBefore: number;
  readonly goNext: (cursor: string) => void;
  readonly goBack: (() => void) | null;
};

/** The way through a cursor-paged list and back; another filter begins at the first page. */
export const useCursors = (filter: string): Cursors => {
  const [way, setWay] = useState<{ filter: string; passed: readonly string[] }>({
    filter,
    passed: [],
  });
  const passed = way.filter === filter ? way.passed : [];
  return {
    cursor: passed.at(-1),
    pagesBefore: passed.length,
    goNext: (cursor) => setWay({ filter, passed: [...passed, cursor] }),
    goBack: passed.length > 0 ? () => setWay({ filter, passed: passed.slice(0, -1) }) : null,
  };
};
