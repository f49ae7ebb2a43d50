import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Blank, FillConfig } from "@checkride/rules/exercise";
import { z } from "zod";
import { listOf, oneOrMore } from "../scalar-schemas.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { code, common, finite, line, name, scalar } from "./shapes.ts";

const blank = z.strictObject(
  {
    title: line,
    why: line,
    options: z
      .array(scalar, { error: "a list of values" })
      .min(2, { error: "two or more" })
      .optional(),
    right: oneOrMore(scalar, "one of the options, or a list of them").optional(),
    number: z
      .strictObject(
        { from: finite, to: finite, unit: line.optional() },
        { error: "made of `from`, `to` and perhaps `unit`" },
      )
      .optional(),
    accept: z
      .array(scalar, { error: "a list of texts" })
      .min(1, { error: "a list of texts" })
      .optional(),
  },
  { error: "made of `title`, `why` and what is right" },
);

export const configShape = z.strictObject(
  {
    ...common,
    language: line,
    text: code,
    blanks: z.record(name, blank, { error: "made of names and what they want" }),
  },
  { error: "a `config` exercise" },
);

type BlankShape = z.infer<typeof blank>;

export const readConfig = (
  { language, text, blanks }: z.infer<typeof configShape>,
  desk: ExerciseDesk,
): FillConfig => {
  const used = [...text.matchAll(/\{\{\s*([A-Za-z0-9_-]*)\s*\}\}/g)].map((match) => match[1] ?? "");
  checkUse(used, Object.keys(blanks), desk);
  return {
    kind: "config",
    language,
    text: text.replace(/\n+$/, "").replace(/\{\{\s*([A-Za-z0-9_-]*)\s*\}\}/g, "{{$1}}"),
    blanks: Object.entries(blanks).map(([id, shape]) => ({
      name: id,
      title: shape.title,
      why: desk.rich(shape.why, ["blanks", id, "why"]),
      wants: readWants(id, shape, desk),
    })),
  };
};

const checkUse = (used: readonly string[], known: readonly string[], desk: ExerciseDesk): void => {
  for (const id of new Set(used)) {
    if (!known.includes(id)) {
      const meant = didYouMean(id, known);
      desk.report(["text"], `\`{{${id}}}\` stands in the text, but \`blanks\` has no \`${id}\``, {
        meant,
        cure: "add it to `blanks`",
      });
    }
    if (used.filter((other) => other === id).length > 1) {
      desk.report(["text"], `\`{{${id}}}\` stands in the text more than once`, {
        cure: "give each place its own name",
      });
    }
  }
  for (const id of known) {
    if (used.includes(id)) continue;
    desk.report(["blanks", id], `the blank \`${id}\` is not in the text`, {
      cure: `write {{${id}}} where it is to be filled in, or remove it`,
    });
  }
};

const readWants = (id: string, shape: BlankShape, desk: ExerciseDesk): Blank["wants"] => {
  const { options, right, number, accept } = shape;
  const given = [options, number, accept].filter((one) => one !== undefined).length;
  if (given !== 1) {
    desk.report(["blanks", id], "a blank wants exactly one of `options`, `number` and `accept`", {
      cure: given === 0 ? "say what is right" : "keep one of them",
    });
  }
  if (options !== undefined) return oneOf(id, options, right, desk);
  if (right !== undefined) {
    desk.report(["blanks", id, "right"], "`right` belongs to `options`", { cure: "remove it" });
  }
  if (number === undefined) return { kind: "text", accept: accept ?? [] };
  if (number.from > number.to) {
    desk.report(["blanks", id, "number"], "`from` is larger than `to`: no number is right", {
      cure: "exchange them",
    });
  }
  return { kind: "number", from: number.from, to: number.to, unit: number.unit ?? null };
};

const oneOf = (
  id: string,
  options: readonly string[],
  written: BlankShape["right"],
  desk: ExerciseDesk,
): Blank["wants"] => {
  const right = written === undefined ? [] : listOf(written);
  if (right.length === 0) {
    desk.report(["blanks", id], "`right` is missing: which of the options is it", {
      cure: `add right: ${options[0] ?? ""}`,
    });
  }
  for (const value of right) {
    if (options.includes(value)) continue;
    const meant = didYouMean(value, options);
    desk.report(["blanks", id, "right"], `\`${value}\` is none of the options`, {
      meant,
      cure: `write one of ${options.join(", ")}`,
    });
  }
  if (options.every((value) => right.includes(value))) {
    desk.report(["blanks", id, "right"], "every option is right, so nothing is asked", {
      cure: "add a value that is wrong",
    });
  }
  return { kind: "one-of", options, right };
};
