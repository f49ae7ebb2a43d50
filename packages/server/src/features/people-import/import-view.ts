import type { PeopleImport } from "@checkride/api/imports";
import type { ImportRecord } from "./store.ts";

export const importView = (entry: Omit<ImportRecord, "added" | "createdBy">): PeopleImport => ({
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
  failure: entry.failure,
});
