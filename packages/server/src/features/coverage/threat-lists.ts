import { taxonomyId } from "@checkride/curriculum-reader/read-threats";
import { replaces, type Taxonomy } from "@checkride/rules/threat-coverage";
import type { LoadedList } from "./store.ts";

export type ListInForce = {
  readonly id: string;
  readonly list: Taxonomy;
  readonly loadedAt: Date | null;
};

/** The lists of the folders with the loaded ones laid over them: a later state takes the place of an earlier one. */
export const listsInForce = (
  shipped: readonly Taxonomy[],
  loaded: readonly LoadedList[],
): readonly ListInForce[] => {
  const lists: ListInForce[] = shipped.map((list) => ({
    id: taxonomyId(list),
    list,
    loadedAt: null,
  }));
  for (const { id, list, loadedAt } of loaded) {
    const at = lists.findIndex((one) => replaces(list, one.list));
    lists.splice(at === -1 ? lists.length : at, at === -1 ? 0 : 1, { id, list, loadedAt });
  }
  return lists;
};

/** Whose place a list would take. */
export const replacedBy = (lists: readonly ListInForce[], newer: Taxonomy): ListInForce | null =>
  lists.find(({ list }) => replaces(newer, list)) ?? null;
