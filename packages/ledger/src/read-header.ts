import { canonicalJson } from "./canonical.ts";
import { timeMs } from "./entry.ts";
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportFilter,
  type ExportHeader,
  headerLine,
} from "./export-format.ts";
import { fieldFaults, fieldNames, isFields, type JsonFields, parseJsonLine } from "./json-line.ts";
import { isTreeSize } from "./ranges.ts";
import { err, ok, type Result } from "./result.ts";

export type HeaderFault = {
  readonly code: "header-missing" | "header-malformed";
  readonly message: string;
};

/** Reads the first line. Nothing in it is believed but what the signed checkpoint confirms. */
export function readHeader(line: string): Result<ExportHeader, readonly HeaderFault[]> {
  const parsed = parseJsonLine(line);
  if (!parsed.ok) return err([missing(parsed.error)]);
  const fields = parsed.value;
  const { format, version } = fields;
  if (format !== EXPORT_FORMAT) {
    return err([missing(`it does not begin with "format":"${EXPORT_FORMAT}"`)]);
  }
  if (version !== EXPORT_VERSION) {
    return err([
      malformed(`version ${JSON.stringify(version)} is not known here, only ${EXPORT_VERSION}`),
    ]);
  }
  const faults = headerFieldFaults(fields);
  const header = faults.length === 0 ? headerOf(fields) : null;
  if (header === null) return err(faults.map(malformed));
  // Also catches fields that are given twice, of which JSON readers take different ones.
  return headerLine(header) === line
    ? ok(header)
    : err([malformed("it is not in canonical form: it was written or edited by something else")]);
}

const missing = (why: string): HeaderFault => ({
  code: "header-missing",
  message: `line 1 is not the header of a ledger export: ${why}`,
});

const malformed = (why: string): HeaderFault => ({
  code: "header-malformed",
  message: `header (line 1): ${why}`,
});

const textFields = ["origin", "vkey", "checkpoint"] as const;
const filterFields = ["person", "kind", "from", "to"] as const;
const required = ["format", "version", ...textFields, "rows", "complete"];
const headerNames = fieldNames(required, ["filter"]);
const filterNames = fieldNames([], filterFields);

function headerFieldFaults(fields: JsonFields): string[] {
  const faults = fieldFaults(fields, headerNames);
  for (const name of textFields) {
    if (typeof fields[name] !== "string") faults.push(`${name} must be text`);
  }
  const { rows, complete, filter } = fields;
  if (typeof rows !== "number" || !isTreeSize(rows)) faults.push("rows must be a whole number");
  if (typeof complete !== "boolean") faults.push("complete must be true or false");
  if (!canonicalJson(fields).ok) faults.push("it holds text that is no text");
  return filter === undefined ? faults : faults.concat(filterFaults(filter));
}

function filterFaults(filter: unknown): string[] {
  if (!isFields(filter)) return ["filter must be an object"];
  const faults = fieldFaults(filter, filterNames).map((fault) => `filter: ${fault}`);
  for (const name of filterFields) {
    const value = filter[name];
    if (value !== undefined && typeof value !== "string")
      faults.push(`filter.${name} must be text`);
  }
  for (const name of ["from", "to"]) {
    const value = filter[name];
    if (typeof value === "string" && timeMs(value) === null) {
      faults.push(`filter.${name} must be a UTC time such as 2026-05-03T09:30:00.000Z`);
    }
  }
  return faults;
}

function headerOf(fields: JsonFields): ExportHeader | null {
  const { origin, vkey, checkpoint, rows, complete, filter } = fields;
  if (typeof origin !== "string" || typeof vkey !== "string") return null;
  if (typeof checkpoint !== "string" || typeof rows !== "number") return null;
  if (typeof complete !== "boolean") return null;
  const header = { origin, vkey, checkpoint, rows, complete };
  return isFields(filter) ? { ...header, filter: filterOf(filter) } : header;
}

function filterOf({ person, kind, from, to }: JsonFields): ExportFilter {
  return {
    ...(typeof person === "string" && { person }),
    ...(typeof kind === "string" && { kind }),
    ...(typeof from === "string" && { from }),
    ...(typeof to === "string" && { to }),
  };
}
