import type { PeopleImport } from "@checkride/api/imports";
import type { ImportRecord } from "./store.ts";

type Shown = Omit<ImportRecord, "added" | "createdBy"> & Pick<PeopleImport, "linksDue">;

export const importView = (entry: Shown): PeopleImport => ({
  id: entry.id,
  state: entry.state,
  createdAt: entry.createdAt.toISOString(),
  rows: entry.summary.rows,
  adds: entry.summary.adds,
  changes: entry.summary.changes,
  unchanged: entry.summary.unchanged,
  absent: entry.summary.absent,
  faults: entry.summary.faults,
  faultCount: entry.summary.faultCount,
  sample: entry.summary.sample,
  done: entry.done,
  linksDue: entry.linksDue,
  failure: entry.failure,
});
