import type { HappeningMessage, HappeningView } from "@checkride/api/happenings";
import type { HappeningRow } from "./happening-store.ts";

type Told = Pick<HappeningRow, "type" | "at" | "person" | "body">;

export const messageOf = ({ type, at, person, body }: Told): HappeningMessage => ({
  type,
  timestamp: at.toISOString(),
  data: { ...(person === null ? {} : { person }), ...body },
});

/** Leads and champions see that a decision changed, not whose: only who may ask about people is told. */
export const happeningOf = (row: HappeningRow, seesPeople: boolean): HappeningView => ({
  id: row.id,
  seq: row.seq,
  ...messageOf(seesPeople ? row : { ...row, person: null }),
});
