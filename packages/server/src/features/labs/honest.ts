import type { Verdict } from "@checkride/range/judge";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import { isSameProgram } from "@checkride/rules/labs/code-tokens";
import type { StoredFile } from "../../platform/lab-tables.ts";

const wentOn: readonly string[] = ["returned", "threw"];

/** It loaded and answered each case in one way or another: somebody tried. */
export const ranToItsEnd = ({ load, cases }: Pick<Verdict, "load" | "cases">): boolean =>
  load === null && cases.every(({ status }) => wentOn.includes(status));

/** What somebody changes, as it was given to them. */
export const startOf = ({ begin, play }: OpenLab, seed: string): readonly StoredFile[] =>
  begin(seed).files.filter(({ mayEdit }) => mayEdit || play !== undefined);

/** Files that are not handed in are as they were at the start. */
export const whole = (
  given: readonly StoredFile[],
  start: readonly StoredFile[],
): readonly StoredFile[] =>
  start.map((file) => given.find(({ path }) => path === file.path) ?? file);

/** More than another layout or another comment. */
export const differ = (one: readonly StoredFile[], other: readonly StoredFile[]): boolean =>
  one.some(({ path, text }) => {
    const before = other.find((file) => file.path === path);
    return before === undefined || !isSameProgram(path, text, before.text);
  });
