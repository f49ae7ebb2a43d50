import type { HappeningType } from "@checkride/api/happenings";
import type { JsonObject } from "@checkride/ledger/canonical";
import type { Database } from "../../platform/database.ts";
import { newId } from "../../platform/ids.ts";
import { insertHappenings } from "./happening-store.ts";

export type NewHappening = {
  readonly type: HappeningType;
  /** Whom it is about; only those who may ask about people are told. */
  readonly person: string | null;
  /** Ids and codes only: no name, no address. */
  readonly body: JsonObject;
  readonly at: Date;
};

/** In the transaction of what happened: it is told outside if, and only if, that was committed. */
export const recordHappenings = async (
  tx: Database,
  happenings: readonly NewHappening[],
): Promise<void> => {
  const rows = happenings.map(({ type, person, body, at }) => ({
    id: newId(at),
    type,
    person,
    body: JSON.stringify(body),
    at,
    webhookId: null,
    seq: null,
  }));
  await insertHappenings(tx, rows);
};
