import type { Item } from "@checkride/rules/item";
import type { DrawnItem } from "../../platform/assessment-tables.ts";
import type { Database } from "../../platform/database.ts";
import type { TryDeps } from "./deps.ts";
import { readVersions } from "./store.ts";

/** The questions as they were when they were drawn, by place: from the bank, or as they were kept. */
export const findItems = async (
  db: Database,
  deps: Pick<TryDeps, "bank">,
  drawn: readonly DrawnItem[],
): Promise<ReadonlyMap<number, Item>> => {
  const { items } = deps.bank();
  const inBank = ({ item, version }: DrawnItem): Item | undefined => {
    const now = items.get(item);
    return now?.version === version ? now : undefined;
  };
  const changed = drawn.filter((one) => !inBank(one));
  const older = await readVersions(db, changed);
  const found = drawn.flatMap((one): [number, Item][] => {
    const item =
      inBank(one) ?? older.find(({ id, version }) => id === one.item && version === one.version);
    return item ? [[one.place, item]] : [];
  });
  return new Map(found);
};
