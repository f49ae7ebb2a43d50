import type { ChangedLine } from "@checkride/rules/labs/asked";

const signs = { same: "", added: ", added", removed: ", removed" } as const;

/** "line 12, added"; of a removed line the number that it had. */
export const lineName = ({ kind, before, after }: ChangedLine): string =>
  `line ${after ?? before ?? ""}${signs[kind]}`;

export const rangeName = (lines: readonly ChangedLine[], from: number, to: number): string => {
  const [first, last] = [lines[from], lines[to]];
  if (first === undefined || last === undefined) return "a line that is not here";
  return from === to ? lineName(first) : `${lineName(first)} to ${lineName(last)}`;
};
