import type { WriteDown } from "@checkride/rules/exercise";
import { z } from "zod";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { code, common, line, name } from "./shapes.ts";

const whole = { error: "a whole number" };

export const writeShape = z.strictObject(
  {
    ...common,
    fields: z
      .array(
        z.strictObject(
          {
            id: name,
            title: line,
            lines: z.int(whole).min(1, whole).max(20, { error: "at most 20 lines" }).optional(),
            words: z.int(whole).min(0, whole).max(200, { error: "at most 200 words" }).optional(),
          },
          { error: "made of `id`, `title`, `lines` and `words`" },
        ),
        { error: "a list of fields" },
      )
      .min(1, { error: "a list with a field in it" }),
    points: z
      .array(line, { error: "a list of texts" })
      .min(1, { error: "a list with a point in it" }),
    model: code,
  },
  { error: "a `write` exercise" },
);

export const readWrite = (
  { fields, points, model }: z.infer<typeof writeShape>,
  desk: ExerciseDesk,
): WriteDown => {
  fields.forEach(({ id }, index) => {
    if (fields.findIndex((other) => other.id === id) !== index) {
      desk.report(["fields", index, "id"], `the field \`${id}\` is there twice`, {
        cure: "give one another id",
      });
    }
  });
  return {
    kind: "write",
    fields: fields.map(({ id, title, lines = 2, words = 1 }) => ({ id, title, lines, words })),
    points: points.map((point, index) => desk.rich(point, ["points", index])),
    model: desk.prose(model, ["model"]),
  };
};
