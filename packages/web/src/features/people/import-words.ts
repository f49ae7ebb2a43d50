import type { PeopleImport } from "@checkride/api/imports";
import { people } from "./people-sentence.ts";

type Counts = Pick<
  PeopleImport,
  "state" | "rows" | "adds" | "changes" | "unchanged" | "absent" | "faultCount" | "done"
>;

const rows = (count: number): string =>
  count === 1 ? "1 row" : `${count.toLocaleString("en-GB")} rows`;

const plan = ({ adds, changes }: Counts, verbs: readonly [string, string]): string =>
  [
    ...(adds > 0 ? [`${verbs[0]} ${people(adds)}`] : []),
    ...(changes > 0 ? [`${verbs[1]} ${people(changes)}`] : []),
  ].join(" and ");

/** What an import would do, does or did. */
export const importSentence = (read: Counts): string => {
  switch (read.state) {
    case "faulty":
      return `${read.faultCount === 1 ? "1 fault" : `${read.faultCount.toLocaleString("en-GB")} faults`} in ${rows(read.rows)}. Nothing is written until there is none.`;
    case "ready":
      return read.adds + read.changes === 0
        ? "This file changes nobody."
        : `This file would ${plan(read, ["add", "change"])}.`;
    case "running":
      return `Writing: ${read.done.toLocaleString("en-GB")} of ${rows(read.rows)}.`;
    case "done":
      return read.adds + read.changes === 0
        ? "Nobody was changed."
        : `Done: ${plan(read, ["added", "changed"])}.`;
    case "failed":
      return "The import stopped before its end.";
  }
};
