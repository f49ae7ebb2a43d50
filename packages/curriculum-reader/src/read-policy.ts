import type { Policy } from "@checkride/rules/policy";
import { checkPolicy } from "@checkride/rules/policy-check";
import type { Catalogue } from "./catalogue.ts";
import type { Fault, Path } from "./fault.ts";
import { hasError, inOrderOfText } from "./fault.ts";
import { filePath } from "./policy-places.ts";
import { type PolicyFile, policySchema } from "./policy-schema.ts";
import { isSame, isWithin, originalPath, without } from "./prune.ts";
import { resolvePolicy } from "./resolve-policy.ts";
import { type SchemaFault, schemaFaults, valueAt } from "./schema-faults.ts";
import { readYaml, type YamlDocument } from "./yaml-document.ts";

export type PolicyReading = {
  /** Null when any fault is an error. */
  readonly policy: Policy | null;
  readonly faults: readonly Fault[];
};

/** A policy file with everything that is wrong with it, each with its place, in the order of the text. */
export const readPolicy = (text: string, catalogue: Catalogue, now: string): PolicyReading => {
  const document = readYaml(text);
  if (document.data === undefined) return { policy: null, faults: document.faults };
  const shape = readShape(document.data);
  const placed = shape.faults.map((fault) => placeSchemaFault(fault, document));
  if (shape.file === null) return { policy: null, faults: placed.toSorted(inOrderOfText) };
  const policy = resolvePolicy(shape.file, catalogue);
  const known = {
    activities: new Set(catalogue.activities.keys()),
    documents: new Map([...catalogue.documents].map(([id, { version }]) => [id, version])),
  };
  const meant = checkPolicy(policy, known, now).flatMap((fault) => {
    const path = originalPath(filePath(fault.path, shape.data), shape.removed);
    if (followsFrom(path, valueAt(policy, fault.path), document.data, shape.removed)) return [];
    return [{ ...document.placeOf(path, "value"), ...fault, path }];
  });
  const faults = withoutNoise([...placed, ...meant]).toSorted(inOrderOfText);
  return { policy: hasError(faults) ? null : policy, faults };
};

type Shape = {
  readonly file: PolicyFile | null;
  readonly faults: readonly SchemaFault[];
  /** What had to be left out to read the rest. */
  readonly removed: readonly Path[];
  /** What was read: the data without that. */
  readonly data: unknown;
};

/** Each round leaves out what was wrong and looks again: one mistake must not hide the others. */
const mostRounds = 20;

const readShape = (data: unknown): Shape => {
  const faults: SchemaFault[] = [];
  let removed: readonly Path[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const rest = without(data, removed);
    const parsed = policySchema.safeParse(rest);
    if (parsed.success) return { file: parsed.data, faults, removed, data: rest };
    const found = innermost(schemaFaults(policySchema, rest, parsed.error.issues));
    const original = found.map((fault) => ({
      ...fault,
      path: originalPath(fault.path, removed),
    }));
    // That something is missing is no news where it, or a part of it, was taken away.
    const gone = removed;
    const sofar = [...faults, ...original];
    const isNews = ({ path }: SchemaFault): boolean =>
      !gone.some((one) => isWithin(one, path)) && !isMisspelt(path, sofar);
    faults.push(...original.filter(isNews));
    removed = [...removed, ...original.map(({ path }) => whatToRemove(path, data, gone))];
    if (removed.some((path) => path.length === 0)) break;
  }
  return { file: null, faults, removed, data };
};

/** `lba: L17` is an unknown key, and so says nothing that is asked; the first says it all. */
const innermost = (faults: readonly SchemaFault[]): SchemaFault[] =>
  faults.filter(
    ({ path }) =>
      !faults.some((other) => other.path.length > path.length && isWithin(other.path, path)),
  );

/** `certifcates` is an unknown key, and so `certificates` is missing: one slip, one fault. */
const isMisspelt = (path: Path, faults: readonly SchemaFault[]): boolean =>
  faults.some(
    ({ meant, path: other }) => meant !== null && isSame([...other.slice(0, -1), meant], path),
  );

/** Doubts about an entry wait until its errors are mended: most of them come from these. */
const withoutNoise = (faults: readonly Fault[]): Fault[] => {
  const entryOf = ({ path }: Fault): string => JSON.stringify(path.slice(0, 2));
  const broken = new Set(faults.filter((fault) => fault.severity === "error").map(entryOf));
  return faults.filter((fault) => fault.severity === "error" || !broken.has(entryOf(fault)));
};

/** The wrong thing itself, or what cannot be without it. */
const whatToRemove = (path: Path, data: unknown, removed: readonly Path[]): Path => {
  const isThere =
    valueAt(data, path) !== undefined && !removed.some((gone) => isWithin(path, gone));
  return isThere || path.length === 0 ? path : whatToRemove(path.slice(0, -1), data, removed);
};

/** A fault that is only there because something else was left out is not reported. */
const followsFrom = (
  path: Path,
  name: unknown,
  data: unknown,
  removed: readonly Path[],
): boolean => {
  if (removed.length === 0) return false;
  // A count is compared with the list beside it.
  const about = path.at(-1) === "count" ? path.slice(0, -1) : path;
  const isIncomplete = removed.some((gone) => gone.length > about.length && isWithin(gone, about));
  const isWritten = ["audiences", "certificates"].some(
    (noun) => typeof name === "string" && valueAt(data, [noun, name]) !== undefined,
  );
  return isIncomplete || isWritten;
};

const placeSchemaFault = (
  { part, cure: _, ...fault }: SchemaFault,
  document: YamlDocument,
): Fault => ({
  ...document.placeOf(fault.path, part),
  ...fault,
  severity: "error",
});
