import canonicalize from "canonicalize";
import { err, ok, type Result } from "./result.ts";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** `path` is a JSON pointer (RFC 6901) to the value that JSON cannot carry. */
export type JsonFault = { readonly path: string; readonly message: string };

/** Deeper values are refused, so that no input can exhaust the call stack of whoever reads it. */
const MAX_DEPTH = 100;

/** Whoever sees that many needs no more; a hostile body could hold millions. */
const LISTED_FAULTS = 100;

/**
 * RFC 8785 canonical JSON. `canonicalize` drops what JSON cannot carry (as `JSON.stringify` does);
 * a commitment to a value that silently lost a field would be worthless, so these are refused first.
 */
export function canonicalJson(value: unknown): Result<string, readonly JsonFault[]> {
  const faults: JsonFault[] = [];
  check(value, "", 0, faults);
  if (faults.length > 0) return err(faults);
  const text = canonicalize(value);
  if (text === undefined) throw new Error("a checked value has no canonical form");
  return ok(text);
}

function check(value: unknown, path: string, depth: number, faults: JsonFault[]): void {
  if (faults.length >= LISTED_FAULTS) return;
  switch (typeof value) {
    case "boolean":
      return;
    case "string":
      checkText(value, path, faults);
      return;
    case "number":
      if (!Number.isFinite(value)) faults.push({ path, message: `${value} is not a JSON number` });
      return;
    case "object":
      if (value !== null) checkContainer(value, path, depth, faults);
      return;
    default:
      faults.push({ path, message: `JSON has no ${typeof value}` });
  }
}

function checkText(text: string, path: string, faults: JsonFault[]): void {
  if (!text.isWellFormed()) {
    faults.push({
      path,
      message: "the text holds half of a surrogate pair, which is no character",
    });
  }
}

function checkContainer(value: object, path: string, depth: number, faults: JsonFault[]): void {
  if (depth >= MAX_DEPTH) {
    faults.push({ path, message: `nested deeper than ${MAX_DEPTH} levels` });
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) check(value[i], `${path}/${i}`, depth + 1, faults);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    faults.push({ path, message: "only plain objects and arrays can be written as JSON" });
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    const memberPath = `${path}/${escapePointer(key)}`;
    checkText(key, memberPath, faults);
    check(member, memberPath, depth + 1, faults);
  }
}

const escapePointer = (key: string): string =>
  /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
