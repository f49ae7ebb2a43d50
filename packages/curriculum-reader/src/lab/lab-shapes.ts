import { z } from "zod";
import { labSchema, list, partId, title } from "../catalogue-schemas.ts";

const path = z.string({ error: "a path such as src/main.ts" }).regex(
  // What a sandbox's module loader finds, and nothing outside of the folder.
  /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\.[a-z]+$/,
  { error: "a path inside start/, such as src/main.ts" },
);

const plainPath = z
  .string({ error: "a path such as deploy/serve.yaml" })
  .regex(/^[A-Za-z0-9_-][\w.-]*(?:\/[A-Za-z0-9_-][\w.-]*)*$/, {
    error: "a path inside start/, such as deploy/serve.yaml",
  });

const whole = (from: number, to: number, what: string): z.ZodInt =>
  z
    .int({ error: what })
    .min(from, { error: `${what} from ${from}` })
    .max(to, { error: `${what} up to ${to}` });

const limits = z.strictObject(
  {
    ticks: whole(100, 60_000, "a whole number of ticks").optional(),
    cpuMs: whole(100, 20_000, "a whole number of milliseconds").optional(),
    wallMs: whole(1000, 60_000, "a whole number of milliseconds").optional(),
    hostCalls: whole(1, 5000, "a whole number of calls").optional(),
  },
  { error: "made of `ticks`, `cpuMs`, `wallMs` or `hostCalls`" },
);

const run = z.strictObject(
  {
    entry: path.describe("The file whose function is called with each case."),
    calls: z
      .string({ error: "the name of a function" })
      .regex(/^[A-Za-z_]\w*$/, { error: "the name of a function" }),
    edit: list(path, "paths")
      .min(1, { error: "a list with at least one path" })
      .describe("Files of start/ that a learner may change; all others are read-only."),
    freshPerCase: z
      .boolean({ error: "true or false" })
      .optional()
      .describe("Python: a new interpreter for every case. TypeScript always has one."),
    limits: limits.optional().describe("For a whole submission, however many cases it has."),
  },
  { error: "made of `entry`, `calls` and `edit`" },
);

const hint = z.strictObject(
  { price: whole(1, 30, "a whole number of points"), says: title },
  { error: "made of `price` and `says`" },
);

const weakened = z.strictObject(
  {
    says: title,
    fails: list(partId, "check ids").min(1, { error: "a list with at least one check id" }),
  },
  { error: "made of `says` and `fails`" },
);

const rubric = z.strictObject(
  {
    acceptedFrom: whole(1, 30, "a whole number of points").describe(
      "So many points, all questions together, are accepted.",
    ),
    questions: list(
      z.strictObject({ id: partId, says: title }, { error: "made of `id` and `says`" }),
      "questions",
    ).min(1, { error: "a list with at least one question" }),
  },
  { error: "made of `acceptedFrom` and `questions`" },
);

/** Everything that `lab.yaml` may say. A lab that is only announced has no more than the catalogue needs. */
export const labShape = z.strictObject(
  {
    ...labSchema.shape,
    run: run.optional().describe("How it is run; kinds that ask questions have none."),
    edit: list(plainPath, "paths")
      .min(1, { error: "a list with at least one path" })
      .optional()
      .describe("Instead of `run`, where files are read and nothing is run: what may be changed."),
    review: z
      .literal("person", { error: "`person`" })
      .optional()
      .describe("When all checks hold, somebody reads it too, and accepts it or hands it back."),
    rubric: rubric
      .optional()
      .describe("With `review`: what that person asks, for up to three points each."),
    hints: z
      .array(hint, { error: "a list of three hints" })
      .length(3, { error: "a list of exactly three hints" })
      .describe("Shown in this order; each costs its price in points."),
    weakened: z
      .record(partId, weakened, { error: "made of names and what they fail" })
      .describe("By the name of the folder in weakened/: what is weak, and which checks find it."),
  },
  { error: "a lab" },
);

export type LabShape = z.infer<typeof labShape>;
