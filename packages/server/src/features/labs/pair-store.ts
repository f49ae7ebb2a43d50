import type { Database } from "../../platform/database.ts";

/** Workspaces that wait for a partner. */
export const readInviting = (db: Database, lab: string, now: Date) =>
  db
    .selectFrom("labWorkspace")
    .select(["id", "joinCode"])
    .where("lab", "=", lab)
    .where("joinCode", "is not", null)
    .where("joinUntil", ">", now)
    .where("state", "=", "open")
    .execute();

/** From here to the end of the transaction nobody else joins it. False: it waits no more. */
export const lockInviting = async (tx: Database, id: string): Promise<boolean> => {
  const row = await tx
    .selectFrom("labWorkspace")
    .select("id")
    .where("id", "=", id)
    .where("joinCode", "is not", null)
    .where("state", "=", "open")
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
};
