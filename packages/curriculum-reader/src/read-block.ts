import type { z } from "zod";
import type { Desk } from "./desk.ts";
import type { Path, Place } from "./fault.ts";
import { isSame } from "./prune.ts";
import type { SchemaFault } from "./schema-faults.ts";
import { schemaFaults } from "./schema-faults.ts";
import { readYaml } from "./yaml-document.ts";

/** YAML that stands inside another file, with places of that file. */
export type Block = {
  /** Undefined where it is not YAML; that was reported. */
  readonly data: unknown;
  readonly placeOf: (path: Path, part?: "key" | "value") => Place;
};

export type Origin = { readonly line: number; readonly column: number };

export const readBlock = (text: string, { line, column }: Origin, desk: Desk): Block => {
  const document = readYaml(text);
  const moved = (place: Place): Place => ({
    line: place.line + line - 1,
    column: place.column + column - 1,
    endLine: place.endLine + line - 1,
    endColumn: place.endColumn + column - 1,
  });
  for (const { says, meant, cure, ...place } of document.faults) {
    desk.report(moved(place), says, { meant, cure: cure ?? yamlCure });
  }
  return {
    data: document.data,
    placeOf: (path, part = "value") => moved(document.placeOf(path, part)),
  };
};

const yamlCure = "mend it here or in the line above; texts with `: ` or ` #` in them need quotes";

export const reportShape = (faults: readonly SchemaFault[], block: Block, desk: Desk): void => {
  for (const { path, part, says, meant, cure } of faults) {
    if (isMisspelt(path, faults)) continue;
    desk.report(block.placeOf(path, part), says, { meant, cure });
  }
};

/** `clam` is an unknown key, and so `claim` is missing: one slip, one fault. */
const isMisspelt = (path: Path, faults: readonly SchemaFault[]): boolean =>
  faults.some(
    ({ meant, path: other, part }) =>
      part === "key" && meant !== null && isSame([...other.slice(0, -1), meant], path),
  );

/** The block in the shape of a schema; null where it does not have it, which was reported. */
export const readShape = <T>(schema: z.ZodType<T>, block: Block, desk: Desk): T | null => {
  if (block.data === undefined) return null;
  const parsed = schema.safeParse(block.data);
  if (parsed.success) return parsed.data;
  reportShape(schemaFaults(schema, block.data, parsed.error.issues), block, desk);
  return null;
};
