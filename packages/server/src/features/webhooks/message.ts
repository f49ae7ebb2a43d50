import type { HappeningMessage, HappeningView } from "@checkride/api/happenings";
import type { HappeningRow } from "./happening-store.ts";

type Told = Pick<HappeningRow, "type" | "at" | "person" | "body">;

export const messageOf = ({ type, at, person, body }: Told): HappeningMessage => ({
  type,
  timestamp: at.toISOString(),
  data: { ...(person === null ? {} : { person }), ...body },
});

/** Leads and champions see that something changed, not for whom or by whom: only who may ask about people is told. */
export const happeningOf = (row: HappeningRow, seesPeople: boolean): HappeningView => {
  const { type, timestamp, data } = messageOf(row);
  const { person: _, by: __, ...rest } = data;
  return { id: row.id, seq: row.seq, type, timestamp, data: seesPeople ? data : rest };
};
