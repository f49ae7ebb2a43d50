import { err, ok, type Result } from "./result.ts";

export type JsonFields = { readonly [key: string]: unknown };

export const isFields = (value: unknown): value is JsonFields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function parseJsonLine(line: string): Result<JsonFields, string> {
  if (line === "") return err("the line is empty");
  try {
    const value: unknown = JSON.parse(line);
    return isFields(value) ? ok(value) : err("the line is JSON, but no object");
  } catch (thrown) {
    const why = thrown instanceof SyntaxError ? thrown.message : "it cannot be read";
    return err(`the line is no JSON: ${why}`);
  }
}

/** What is there too much and what is lacking, by name. */
export function fieldFaults(
  fields: JsonFields,
  required: readonly string[],
  optional: readonly string[] = [],
): string[] {
  const known = new Set([...required, ...optional]);
  return [
    ...required.filter((name) => !Object.hasOwn(fields, name)).map((name) => `${name} is missing`),
    ...Object.keys(fields)
      .filter((name) => !known.has(name))
      .map((name) => `${JSON.stringify(name)} is no field of it`),
  ];
}
