import { z } from "zod";
import { date, text } from "./scalar-schemas.ts";

const id = (pattern: RegExp, example: string): z.ZodString =>
  z
    .string({ error: `an id such as ${example}` })
    .regex(pattern, { error: `an id such as ${example}` });

export const minutes = z
  .int({ error: "a whole number of minutes" })
  .min(1, { error: "at least 1 minute" })
  .max(600, { error: "at most 600 minutes" });

export const labId = id(/^[A-Z]+[0-9]{2,}$/, "L17");
export const moduleId = id(/^[a-z][a-z0-9]*$/, "m01");
export const trackId = id(/^[a-z][a-z0-9]*$/, "t1");
export const partId = id(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "m01-1");
export const title = text("text");

export const list = <T extends z.ZodType>(item: T, what: string): z.ZodArray<T> =>
  z.array(item, { error: `a list of ${what}` });

/** Letters of `competencies.yaml`. */
export const competency = id(/^[A-Z]$/, "A");

export const counts = z.record(
  competency,
  z.int({ error: "a whole number" }).min(1, { error: "a whole number from 1" }),
  { error: "made of letters and how many" },
);

const quiz = z.strictObject(
  { title, minutes, draw: counts.optional() },
  { error: "made of `title`, `minutes` and `draw`" },
);

export const trackSchema = z.strictObject(
  {
    id: trackId,
    title,
    audience: title,
    tier: z.literal([1, 2, 3], { error: "1, 2 or 3" }).optional(),
    needs: z
      .strictObject(
        { all: list(trackId, "tracks").optional(), any: list(trackId, "tracks").optional() },
        { error: "made of `all` or `any`" },
      )
      .optional(),
    modules: list(moduleId, "modules"),
    labs: list(labId, "labs"),
    quiz: quiz.optional(),
    refresher: quiz.optional(),
  },
  { error: "a track" },
);

const assessment = z.strictObject(
  { id: partId, title, minutes },
  { error: "made of `id`, `title` and `minutes`" },
);

export const moduleSchema = z.strictObject(
  {
    id: moduleId,
    title,
    summary: title,
    minutes,
    owner: title,
    reviewed: date,
    reviewBy: date,
    threats: list(title, "threat ids").optional(),
    lessons: list(partId, "lesson ids"),
    assessments: list(assessment, "assessments").optional(),
    today: title,
    changes: list(
      z.strictObject({ on: date, says: title }, { error: "made of `on` and `says`" }),
      "changes",
    ),
  },
  { error: "a module" },
);

export const labKinds = [
  "llm-ctf",
  "fix-code-ts",
  "fix-code-python",
  "classify",
  "dataset-clean",
  "bias-audit",
  "sign-verify",
  "secrets",
  "ci-pipeline",
  "pr-review",
  "incident-sim",
  "threat-model",
  "red-team-match",
] as const;

const difficulties = ["easy", "medium", "hard", "expert"] as const;

/** What the catalogue needs of a lab; how it runs and is graded stands in the same file and is read elsewhere. */
export const labSchema = z.looseObject(
  {
    id: labId,
    title,
    kind: z.enum(labKinds, { error: `one of ${labKinds.join(", ")}` }),
    difficulty: z.enum(difficulties, { error: `one of ${difficulties.join(", ")}` }),
    minutes,
    modules: list(moduleId, "modules"),
    threats: list(title, "threat ids"),
  },
  { error: "a lab" },
);

export const documentKinds = ["policy", "card", "checklist", "template", "guide"] as const;

export const documentSchema = z.strictObject(
  {
    id: partId,
    title,
    kind: z.enum(documentKinds, { error: `one of ${documentKinds.join(", ")}` }),
    version: z.int({ error: "a whole number" }).min(1, { error: "a whole number from 1" }),
    minutes,
    owner: title,
    reviewed: date,
    reviewBy: date,
    signOff: text("the sentences that are signed").optional(),
  },
  { error: "a document" },
);

/** Taxonomies carry more than this; the rest is for coverage. */
export const taxonomySchema = z.looseObject(
  {
    taxonomy: title,
    version: title,
    items: list(
      z.looseObject({ id: title, name: title }, { error: "made of `id`, `name` and more" }),
      "threats",
    ),
  },
  { error: "a taxonomy" },
);
