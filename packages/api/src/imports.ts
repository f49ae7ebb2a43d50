import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const csvFault = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  says: z.string(),
});

export const peopleImport = z.object({
  id: uuid,
  state: z.enum(["faulty", "ready", "running", "done", "failed"]),
  createdAt: instant,
  rows: z.number().int(),
  adds: z.number().int(),
  changes: z.number().int(),
  unchanged: z.number().int(),
  /** People that are active but not in the file. They are listed, never changed. */
  absent: z.number().int(),
  faults: z.array(csvFault),
  faultCount: z.number().int(),
  /** What the first rows would do, for a look before anything is written. */
  sample: z.array(
    z.object({
      line: z.number().int(),
      does: z.enum(["add", "change", "nothing"]),
      email: z.string(),
      name: z.string(),
      changes: z.array(z.string()),
    }),
  ),
  done: z.number().int(),
  /** Added people who were given no link to sign in with yet. */
  linksDue: z.number().int(),
  failure: z.string().nullable(),
});
export type PeopleImport = z.infer<typeof peopleImport>;

const importParam = z.object({ import: uuid });

export const importOperations = {
  "POST /api/people/imports": operation({
    summary: "Read a CSV file of people and say what it would do; nothing is written yet",
    access: "people:write",
    bodyText: { type: "text/csv", maxBytes: 8_000_000 },
    answer: peopleImport,
    problems: ["csv-not-readable", "too-large", "wrong-content-type"],
  }),
  "GET /api/people/imports/{import}": operation({
    summary: "Show an import and its progress",
    access: "people:write",
    masked: true,
    params: importParam,
    answer: peopleImport,
  }),
  "POST /api/people/imports/{import}/apply": operation({
    summary: "Write a read import; a second call changes nothing more",
    access: "people:write",
    masked: true,
    params: importParam,
    answer: peopleImport,
    problems: ["import-not-ready"],
  }),
  "POST /api/people/imports/{import}/links": operation({
    summary: "Make one-time links for the added people who have none, as CSV, shown once",
    access: "people:write",
    masked: true,
    params: importParam,
    answerType: "text/csv",
    problems: ["import-not-ready"],
  }),
};
