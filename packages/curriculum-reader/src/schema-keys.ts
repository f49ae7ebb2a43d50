import { z } from "zod";
import type { Path } from "./fault.ts";

/** The keys that a schema knows at a place. */
export const keysAt = (schema: unknown, path: Path): readonly string[] => {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return keysAt(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option: unknown) => keysAt(option, path));
  }
  const [segment, ...rest] = path;
  if (segment === undefined) {
    return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  }
  if (schema instanceof z.ZodObject) return keysAt(schema.shape[segment], rest);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest);
  return [];
};
