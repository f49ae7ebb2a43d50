import { z } from "zod";
import { text } from "../scalar-schemas.ts";

/** What several exercises are made of. Errors end the sentence "`key` must be …". */

/** One line of Markdown. YAML reads 5 and true as other things than text, so the remedy is named. */
export const line = text("text; put numbers and words such as true into quotes");

export const exerciseId = z
  .string({ error: "an id such as e01a" })
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: "an id such as e01a" });

/** Names inside one exercise: groups, sliders, fields, parts of a diagram. */
export const name = z
  .string({ error: "a name such as first" })
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, { error: "a name of letters, digits, - and _" });

export const variableName = z
  .string({ error: "a name such as epsilon" })
  .regex(/^[a-z][A-Za-z0-9_]*$/, {
    error: "a name of letters, digits and _, begun by a small letter",
  });

export const finite = z.number({ error: "a number" });

/** Lines of code keep the space before them. */
export const code = z.string({ error: "text" }).min(1, { error: "text" });

const show = z.strictObject(
  {
    title: line.optional(),
    language: line,
    text: code.optional(),
    file: z
      .string({ error: "the name of a file beside this one" })
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: "the name of a file beside this one" })
      .optional(),
  },
  { error: "made of `language` and `text` or `file`" },
);

/** What every exercise has. */
export const common = { id: exerciseId, ask: line, close: line.optional(), show: show.optional() };

export type CommonShape = {
  readonly id: string;
  readonly ask: string;
  readonly close?: string | undefined;
  readonly show?: z.infer<typeof show> | undefined;
};

const option = z.strictObject(
  { text: line, right: z.boolean({ error: "true or false" }).optional(), why: line },
  { error: "made of `text`, `why` and, where it is, `right: true`" },
);

export const options = z
  .array(option, { error: "a list of options" })
  .min(2, { error: "a list of two or more options" });

export type OptionShape = z.infer<typeof option>;

/** Values of a file are compared as text, whatever YAML makes of them. */
export const scalar = z
  .union([z.string(), z.number(), z.boolean()], { error: "text, a number, true or false" })
  .transform(String);
