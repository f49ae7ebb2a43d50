import { z } from "zod";
import { documentSchema, moduleSchema, trackSchema } from "./catalogue-schemas.ts";
import { chooseShape } from "./exercises/read-choose.ts";
import { configShape } from "./exercises/read-config.ts";
import { matchShape } from "./exercises/read-match.ts";
import { orderShape } from "./exercises/read-order.ts";
import { sortShape } from "./exercises/read-sort.ts";
import { spotShape } from "./exercises/read-spot.ts";
import { labShape } from "./lab/lab-shapes.ts";
import { lessonShape } from "./lesson/lesson-shapes.ts";
import { competencyShape, itemFileShape, itemShape, termShape } from "./piece-shapes.ts";

/** In the bank an exercise has the id of its item. */
const item = itemShape.extend({
  choose: chooseShape.omit({ id: true }).optional(),
  sort: sortShape.omit({ id: true }).optional(),
  match: matchShape.omit({ id: true }).optional(),
  order: orderShape.omit({ id: true }).optional(),
  spot: spotShape.omit({ id: true }).optional(),
  config: configShape.omit({ id: true }).optional(),
});

const schemas = {
  module: moduleSchema,
  track: trackSchema,
  document: documentSchema,
  lab: labShape,
  "lesson-front-matter": lessonShape,
  item: itemFileShape.extend({ items: z.array(item) }),
  competencies: z.array(competencyShape),
  glossary: z.array(termShape),
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** For completion in editors; what a schema cannot say, `checkride curriculum check` does. */
export const curriculumJsonSchemas = (): ReadonlyMap<string, object> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }),
    ]),
  );
