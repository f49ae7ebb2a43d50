import type { Database } from "../../platform/database.ts";
import { idleSince } from "./session-life.ts";

const dayMs = 86_400_000;

/** What has ended by time and says nothing any more. Each statement stands alone and may be repeated. */
export const deleteEnded = async (db: Database, now: Date): Promise<void> => {
  const dayAgo = new Date(now.getTime() - dayMs);
  await db
    .deleteFrom("session")
    .where((eb) => eb.or([eb("expiresAt", "<=", now), eb("lastSeenAt", "<=", idleSince(now))]))
    .execute();
  await db.deleteFrom("challenge").where("expiresAt", "<=", now).execute();
  await db.deleteFrom("rate").where("windowEndsAt", "<=", now).execute();
  await db.deleteFrom("oneTimeLink").where("expiresAt", "<=", dayAgo).execute();
  await db.deleteFrom("answeredRequest").where("createdAt", "<=", dayAgo).execute();
};
