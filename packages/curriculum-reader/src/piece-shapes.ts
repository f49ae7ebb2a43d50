import { z } from "zod";
import {
  competency,
  labId,
  list,
  minutes,
  moduleId,
  partId,
  title,
  trackId,
} from "./catalogue-schemas.ts";
import { source, sources } from "./lesson/lesson-shapes.ts";
import { date } from "./scalar-schemas.ts";

const level = z.literal([1, 2, 3], { error: "1, 2 or 3" });
const expected = z.literal([0, 1, 2, 3], { error: "0, 1, 2 or 3" });

/** Entries are read one by one, so that a bad one does not take its neighbours along. */
export const itemFileShape = z.strictObject(
  { competency, items: list(z.unknown(), "items") },
  { error: "made of `competency` and `items`" },
);

export const itemKinds = ["choose", "sort", "match", "order", "spot", "config"] as const;

const exercise = z.unknown().optional();

export const itemShape = z.strictObject(
  {
    id: z
      .string({ error: "an id such as a1-1" })
      .regex(/^[a-z][0-9]+-[0-9]+$/, { error: "an id such as a1-1: topic, then form" }),
    topic: title,
    level,
    threats: list(title, "threat ids"),
    added: date,
    reviewed: date,
    reviewBy: date,
    sources: list(source, "sources"),
    choose: exercise,
    sort: exercise,
    match: exercise,
    order: exercise,
    spot: exercise,
    config: exercise,
  },
  { error: "an item" },
);

export const competencyShape = z.strictObject(
  {
    id: competency,
    title,
    expected: z.record(trackId, expected, { error: "made of tracks and levels" }),
  },
  { error: "made of `id`, `title` and `expected`" },
);

export const termShape = z.strictObject(
  { id: partId, term: title, says: title, see: list(partId, "ids of words").optional() },
  { error: "made of `id`, `term`, `says` and `see`" },
);

const happened = z
  .string({ error: 'a year, month or day such as "2023-04"' })
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, { error: 'a year, month or day such as "2023-04"' });

export const caseShape = z.strictObject(
  {
    id: partId,
    title,
    organisation: title,
    happened: z.union([happened, z.int().transform(String).pipe(happened)], {
      error: 'a year, month or day such as "2023-04"',
    }),
    sector: title,
    risks: list(title, "threat ids"),
    modules: list(moduleId, "modules"),
    labs: list(labId, "labs").optional(),
    sources: sources.optional(),
  },
  { error: "made of `id`, `title`, `organisation`, `happened`, `sector` and more" },
);

export const kitShape = z.strictObject(
  {
    id: partId,
    title,
    month: z.int({ error: "a whole number from 1" }).min(1, { error: "a whole number from 1" }),
    minutes,
    labs: list(labId, "labs").optional(),
    cases: list(partId, "cases").optional(),
  },
  { error: "made of `id`, `title`, `month` and `minutes`" },
);
