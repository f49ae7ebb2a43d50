import { didYouMean } from "@checkride/rules/did-you-mean";
import type { Diagram } from "@checkride/rules/exercise";
import { z } from "zod";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { line, name } from "./shapes.ts";

const shapes = ["person", "service", "model", "store", "tool", "outside"] as const;

const cell = z.int({ error: "a whole number from 1" }).min(1, { error: "a whole number from 1" });

export const diagramShape = z.strictObject(
  {
    parts: z.array(
      z.strictObject(
        {
          id: name,
          title: line,
          shape: z.enum(shapes, { error: `one of ${shapes.join(", ")}` }),
          at: z.tuple([cell, cell], { error: "column and row, such as [2, 1]" }),
        },
        { error: "made of `id`, `title`, `shape` and `at`" },
      ),
      { error: "a list of parts" },
    ),
    flows: z
      .array(
        z.strictObject(
          { id: name, from: name, to: name, title: line },
          { error: "made of `id`, `from`, `to` and `title`" },
        ),
        { error: "a list of flows" },
      )
      .optional(),
  },
  { error: "made of `parts` and `flows`" },
);

export const readDiagram = (
  { parts, flows = [] }: z.infer<typeof diagramShape>,
  desk: ExerciseDesk,
): Diagram => {
  const ids = parts.map(({ id }) => id);
  const places = parts.map(({ at }) => at.join(","));
  parts.forEach(({ id }, index) => {
    if (ids.indexOf(id) !== index) {
      desk.report(["diagram", "parts", index, "id"], `the part \`${id}\` is there twice`, {
        cure: "give one another id",
      });
    }
    if (places.indexOf(places[index] ?? "") !== index) {
      desk.report(["diagram", "parts", index, "at"], "another part stands in this place", {
        cure: "move one of them",
      });
    }
  });
  flows.forEach(({ id, from, to }, index) => {
    if (ids.includes(id) || flows.findIndex((other) => other.id === id) !== index) {
      desk.report(["diagram", "flows", index, "id"], `the id \`${id}\` is there twice`, {
        cure: "give one another id",
      });
    }
    for (const [key, part] of Object.entries({ from, to })) {
      if (ids.includes(part)) continue;
      const meant = didYouMean(part, ids);
      desk.report(["diagram", "flows", index, key], `there is no part \`${part}\``, {
        meant,
        cure: `write one of ${ids.join(", ")}`,
      });
    }
  });
  return {
    parts: parts.map(({ id, title, shape, at: [column, row] }) => ({
      id,
      title,
      shape,
      column,
      row,
    })),
    flows,
  };
};
