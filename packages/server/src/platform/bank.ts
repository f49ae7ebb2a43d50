import type { Competency, Item } from "@checkride/rules/item";

/** The questions there are now, keys included, and what they measure. */
export type Bank = {
  readonly items: ReadonlyMap<string, Item>;
  readonly competencies: readonly Competency[];
  /** By track, where its author says what its quiz draws. */
  readonly draws: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** SHA-256 over all items. */
  readonly version: string;
};

export const titleOf = (bank: Bank, competency: string): string =>
  bank.competencies.find(({ id }) => id === competency)?.title ?? competency;
