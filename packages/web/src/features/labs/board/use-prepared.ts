import { useState } from "react";
import { keepPrepared, type Prepared, readPrepared } from "./prepared.ts";

/** Kept in this browser from the first answer on: a reload takes nothing from it. */
export const usePrepared = (
  workspace: string,
): readonly [Prepared, (change: (before: Prepared) => Prepared) => void] => {
  const [prepared, setPrepared] = useState(() => readPrepared(localStorage, workspace));
  const change = (next: (before: Prepared) => Prepared) =>
    setPrepared((before) => {
      const after = next(before);
      keepPrepared(localStorage, workspace, after);
      return after;
    });
  return [prepared, change];
};
