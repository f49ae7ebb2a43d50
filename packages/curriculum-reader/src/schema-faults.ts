import { didYouMean } from "@checkride/rules/did-you-mean";
import type { z } from "zod";
import type { Fault, Path } from "./fault.ts";
import { guess } from "./guess.ts";
import { keysAt } from "./schema-keys.ts";

/** What a schema objects to, in words; where it is in the text is still to be found. */
export type SchemaFault = Pick<Fault, "path" | "says" | "meant"> & {
  readonly part: "key" | "value";
  readonly cure: string;
};

export const schemaFaults = (
  schema: z.ZodType,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
): SchemaFault[] => issues.flatMap((issue) => faultsOf(schema, data, issue, []));

type Issue = z.core.$ZodIssue;

const faultsOf = (schema: z.ZodType, data: unknown, issue: Issue, base: Path): SchemaFault[] => {
  const path = [...base, ...issue.path.filter((segment) => typeof segment !== "symbol")];
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => unknownKey([...path, key], key, known));
  }
  if (issue.code === "invalid_union") {
    const branch = tellingBranch(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => faultsOf(schema, data, inner, path));
  }
  if (issue.code === "invalid_key") {
    const key = String(path.at(-1));
    const phrase = issue.issues[0]?.message ?? issue.message;
    const says = `the key \`${key}\` must be ${phrase}`;
    return [{ path, part: "key", says, meant: null, cure: `write ${phrase}` }];
  }
  return [wrongValue(data, issue, path)];
};

const unknownKey = (path: Path, key: string, known: readonly string[]): SchemaFault => {
  const meant = didYouMean(key, known);
  const help = meant === null ? `known here: ${known.join(", ")}` : `did you mean \`${meant}\`?`;
  const cure = meant === null ? "remove it" : `write \`${meant}\``;
  return { path, part: "key", says: `unknown key \`${key}\`; ${help}`, meant, cure };
};

/** Of several shapes that fail, the one that was recognisably meant: it fails deeper than at its own type. */
const tellingBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | null =>
  branches.find((issues) =>
    issues.every((issue) => issue.path.length > 0 || !isAboutType(issue.code)),
  ) ?? null;

const isAboutType = (code: Issue["code"]): boolean =>
  code === "invalid_type" || code === "invalid_value" || code === "invalid_union";

const wrongValue = (data: unknown, issue: Issue, path: Path): SchemaFault => {
  const value = valueAt(data, path);
  const name = nameOf(path);
  const part = "value";
  if (value === undefined && path.length > 0) {
    const says = `${name} is missing; it must be ${issue.message}`;
    return { path, part, says, meant: null, cure: `add ${name}: ${issue.message}` };
  }
  if (issue.code === "custom" && issue.params?.["sentence"] === true) {
    const at = issue.path.length > 0 ? "key" : part;
    const says = `${name} ${issue.message}`;
    return { path, part: at, says, meant: null, cure: "write what the sentence asks for" };
  }
  const meant = nearestValue(issue, value) ?? guess(path, value);
  const question = meant === null ? "" : `; did you mean \`${meant}\`?`;
  return {
    path,
    part,
    says: `${name} must be ${issue.message}, not ${shown(value)}${question}`,
    meant,
    cure: `write ${meant ?? issue.message}`,
  };
};

const nearestValue = (issue: Issue, value: unknown): string | null => {
  if (typeof value !== "string") return null;
  if (issue.code === "invalid_value") return didYouMean(value, issue.values.map(String));
  if (issue.code !== "invalid_union") return null;
  return (
    issue.errors
      .flat()
      .map((inner) => nearestValue(inner, value))
      .find((one) => one !== null) ?? null
  );
};

const nameOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  if (typeof last === "string") return `\`${last}\``;
  const list = path.findLast((segment) => typeof segment === "string");
  return list === undefined ? `item ${last + 1}` : `item ${last + 1} of \`${list}\``;
};

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const written = String(value);
  return `\`${written.length > 60 ? `${written.slice(0, 60)}…` : written}\``;
};

export const valueAt = (data: unknown, path: Path): unknown => {
  let value = data;
  for (const segment of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) {
      return undefined;
    }
    value = Reflect.get(value, segment);
  }
  return value;
};
