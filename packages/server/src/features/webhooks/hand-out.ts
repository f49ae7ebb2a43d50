import type { Database } from "../../platform/database.ts";
import { isAnyWaiting, lockState, numberNext } from "./happening-store.ts";

const atOnce = 1_000;

/**
 * Happenings that were committed get their numbers, in an order that no later commit can go behind, and webhooks
 * their deliveries. True: there may be more.
 */
export const handOut = async (db: Database, now: Date): Promise<boolean> => {
  if (!(await isAnyWaiting(db))) return false;
  return db.transaction().execute(async (tx) => {
    const { lastSeq } = await lockState(tx);
    return (await numberNext(tx, { lastSeq, limit: atOnce, now })) === atOnce;
  });
};
