import type { Exercise, ExerciseKind } from "@checkride/rules/exercise";
import type { z } from "zod";
import type { SchemaFault } from "../schema-faults.ts";
import { schemaFaults } from "../schema-faults.ts";
import type { ExerciseDesk } from "./exercise-desk.ts";
import { chooseShape, readChoose } from "./read-choose.ts";
import { readCommon } from "./read-common.ts";
import { configShape, readConfig } from "./read-config.ts";
import { matchShape, readMatch } from "./read-match.ts";
import { orderShape, readOrder } from "./read-order.ts";
import { predictShape, readPredict } from "./read-predict.ts";
import { readRun, runShape } from "./read-run.ts";
import { readSlider, sliderShape } from "./read-slider.ts";
import { readSort, sortShape } from "./read-sort.ts";
import { readSpot, spotShape } from "./read-spot.ts";
import { readWrite, writeShape } from "./read-write.ts";

export const exerciseKinds = [
  "choose",
  "sort",
  "match",
  "order",
  "spot",
  "config",
  "slider",
  "predict",
  "run",
  "write",
] as const satisfies readonly ExerciseKind[];

export type ExerciseReading =
  | { readonly ok: true; readonly exercise: Exercise }
  | { readonly ok: false; readonly faults: readonly SchemaFault[] };

/** One exercise from the data of its block. A wrong shape is returned, everything finer is reported to the desk. */
export const readExercise = (
  kind: ExerciseKind,
  data: unknown,
  desk: ExerciseDesk,
): ExerciseReading => {
  switch (kind) {
    case "choose":
      return shaped(chooseShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readChoose(shape, desk),
      }));
    case "sort":
      return shaped(sortShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readSort(shape, desk),
      }));
    case "match":
      return shaped(matchShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readMatch(shape, desk),
      }));
    case "order":
      return shaped(orderShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readOrder(shape, desk),
      }));
    case "spot":
      return shaped(spotShape, data, (shape) => {
        const common = readCommon(shape, desk);
        return { ...common, ...readSpot(shape, common.exhibit, desk) };
      });
    case "config":
      return shaped(configShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readConfig(shape, desk),
      }));
    case "slider":
      return shaped(sliderShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readSlider(shape, desk),
      }));
    case "predict":
      return shaped(predictShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readPredict(shape, desk),
      }));
    case "run":
      return shaped(runShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readRun(shape, desk),
      }));
    case "write":
      return shaped(writeShape, data, (shape) => ({
        ...readCommon(shape, desk),
        ...readWrite(shape, desk),
      }));
  }
};

const shaped = <T>(
  schema: z.ZodType<T>,
  data: unknown,
  read: (shape: T) => Exercise,
): ExerciseReading => {
  const parsed = schema.safeParse(data);
  return parsed.success
    ? { ok: true, exercise: read(parsed.data) }
    : { ok: false, faults: schemaFaults(schema, data, parsed.error.issues) };
};
