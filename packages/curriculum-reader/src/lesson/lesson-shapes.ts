import { z } from "zod";
import { competency, counts, labId, list, minutes, partId, title } from "../catalogue-schemas.ts";
import { date, text } from "../scalar-schemas.ts";

const sourceId = z
  .string({ error: "an id such as owasp-2026" })
  .regex(/^[a-z0-9][a-z0-9.]*(?:-[a-z0-9.]+)*$/, { error: "an id such as owasp-2026" });

export const source = z.strictObject(
  {
    title: text("who published it, what, and when"),
    url: text("an address that begins with https://"),
    secondary: z.boolean({ error: "true or false" }).optional(),
  },
  { error: "made of `title` and `url`" },
);

export const sources = z.record(sourceId, source, { error: "made of `id: { title, url }`" });

export const lessonShape = z.strictObject(
  {
    id: partId,
    title,
    minutes,
    claim: title,
    threats: list(title, "threat ids").optional(),
    competencies: list(competency, "letters").optional(),
    sources: sources.optional(),
    owner: title.optional(),
    reviewed: date.optional(),
    reviewBy: date.optional(),
  },
  { error: "made of `id`, `title`, `minutes`, `claim` and more" },
);

export const referenceShapes = {
  lab: z.strictObject(
    { lab: labId, says: title.optional() },
    { error: "made of `lab` and `says`" },
  ),
  case: z.strictObject(
    { case: partId, says: title.optional() },
    { error: "made of `case` and `says`" },
  ),
  document: z.strictObject(
    { document: partId, says: title.optional() },
    { error: "made of `document` and `says`" },
  ),
  draw: counts,
} as const;
