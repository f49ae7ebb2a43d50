import type { LabLikeness } from "@checkride/api/labs";
import type { Database } from "../../platform/database.ts";
import type { LabDeps } from "./deps.ts";
import { activityOf } from "./evidence-words.ts";
import { readLikenesses } from "./likeness-store.ts";

/** A hint to look, and no more: it is part of no verdict. */
export const listLikenesses = async (db: Database, deps: LabDeps): Promise<LabLikeness[]> => {
  const { activities } = deps.content().catalogue;
  return (await readLikenesses(db)).map(({ lab, kind, share, ...pair }) => ({
    lab: { id: lab, title: activities.get(activityOf(lab))?.title ?? lab },
    kind,
    share: Math.round(share * 100) / 100,
    one: {
      attempt: pair.oneId,
      person: { id: pair.onePersonId, name: pair.oneName },
      at: pair.oneAt.toISOString(),
    },
    other: {
      attempt: pair.otherId,
      person: { id: pair.otherPersonId, name: pair.otherName },
      at: pair.otherAt.toISOString(),
    },
  }));
};
