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

export type FieldNames = {
  readonly required: readonly string[];
  readonly known: ReadonlySet<string>;
};

export const fieldNames = (
  required: readonly string[],
  optional: readonly string[] = [],
): FieldNames => ({ required, known: new Set([...required, ...optional]) });

/** What is there too much and what is lacking, by name. */
export function fieldFaults(fields: JsonFields, { required, known }: FieldNames): string[] {
  const faults: string[] = [];
  for (const name of required) {
    if (!Object.hasOwn(fields, name)) faults.push(`${name} is missing`);
  }
  for (const name of Object.keys(fields)) {
    if (!known.has(name)) faults.push(`${JSON.stringify(name)} is no field of it`);
  }
  return faults;
}
