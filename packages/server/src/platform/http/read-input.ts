import type { Operation } from "@checkride/api/operation";
import type { InputFault } from "@checkride/api/problems";
import { ok, type Result } from "@checkride/rules/result";
import type { z } from "zod";
import { readBytes } from "./read-bytes.ts";
import { type Refusal, refuse } from "./refusal.ts";

export type RawInput = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
};

const jsonBytesMax = 3_000_000;

const pointer = (where: string, path: readonly PropertyKey[]): string =>
  [where, ...path.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

const sentence = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "unrecognized_keys") {
    return `unknown field${issue.keys.length > 1 ? "s" : ""} ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
  }
  return issue.message;
};

const parsePart = (
  where: string,
  schema: z.ZodType | undefined,
  value: unknown,
  faults: InputFault[],
): unknown => {
  if (!schema) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    faults.push({ in: pointer(where, issue.path), says: sentence(issue) });
  }
  return undefined;
};

const readText = async (request: Request, bytesMax: number): Promise<Result<string, Refusal>> => {
  const bytes = await readBytes(request, bytesMax);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
  } catch {
    return refuse("bad-input", "The body is not UTF-8 text.", {
      wayOut: "Save it as UTF-8 and send it again.",
    });
  }
};

const contentType = (request: Request): string =>
  (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

const readBody = async (
  request: Request,
  operation: Operation,
): Promise<Result<unknown, Refusal>> => {
  const wanted = operation.bodyText?.type ?? (operation.body ? "application/json" : null);
  if (!wanted) return ok(undefined);
  if (contentType(request) !== wanted) {
    return refuse("wrong-content-type", `This operation takes a body of type ${wanted}.`);
  }
  const text = await readText(request, operation.bodyText?.maxBytes ?? jsonBytesMax);
  if (!text.ok || operation.bodyText) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return ok(value);
  } catch (error) {
    return refuse("bad-json", error instanceof Error ? `${error.message}.` : "Not JSON.");
  }
};

const depthMax = 50;

const faultOfText = (text: string): string | null => {
  if (text.includes("\0")) return "holds the character NUL, which no text here may hold";
  return /\p{Surrogate}/u.test(text) ? "holds half a surrogate pair, which is no character" : null;
};

/** What neither PostgreSQL nor canonical JSON can hold; telling so here beats a fault from there. */
const notKept = (value: unknown, depth = 0): string | null => {
  if (typeof value === "string") return faultOfText(value);
  if (typeof value !== "object" || value === null) return null;
  if (depth === depthMax) return `is nested deeper than ${depthMax} levels`;
  for (const [key, inner] of Object.entries(value)) {
    const fault = faultOfText(key) ?? notKept(inner, depth + 1);
    if (fault) return fault;
  }
  return null;
};

/** Enough to mend a request by; more would only make the answer as long as the request. */
const listedFaultsMax = 100;

const strictQueries = new WeakMap<Operation, z.ZodObject>();

/** Made once for each operation: zod compiles a schema when it is first used. */
const strictQuery = (operation: Operation): z.ZodObject | undefined => {
  const known = strictQueries.get(operation) ?? operation.query?.strict();
  if (known) strictQueries.set(operation, known);
  return known;
};

export const readInput = async (
  request: Request,
  operation: Operation,
  params: Readonly<Record<string, string>>,
): Promise<Result<RawInput, Refusal>> => {
  const body = await readBody(request, operation);
  if (!body.ok) return body;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const faults: InputFault[] = [];
  const says = notKept({ params, query, body: body.value });
  if (says) return refuse("bad-input", `The request ${says}.`);
  const input = {
    params: parsePart("path", operation.params, params, faults),
    query: parsePart("query", strictQuery(operation), query, faults),
    body: operation.bodyText ? body.value : parsePart("body", operation.body, body.value, faults),
  };
  if (faults.length === 0) return ok(input);
  const first = faults[0];
  const detail = first ? `${first.in}: ${first.says}.` : "";
  return refuse("bad-input", faults.length > 1 ? `${detail} (${faults.length} faults)` : detail, {
    faults: faults.slice(0, listedFaultsMax),
  });
};
