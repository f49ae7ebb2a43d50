import type { Verdict } from "@checkride/range/judge";

const wentOn: readonly string[] = ["returned", "threw"];

/** It loaded and answered each case in one way or another: somebody tried. */
export const ranToItsEnd = ({ load, cases }: Pick<Verdict, "load" | "cases">): boolean =>
  load === null && cases.every(({ status }) => wentOn.includes(status));
