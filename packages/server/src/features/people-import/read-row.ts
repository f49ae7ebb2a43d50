import type { PeopleImport } from "@checkride/api/imports";
import { email, label, role, tier } from "@checkride/api/shared-shapes";
import { type Role, roles, type Tier } from "@checkride/rules/person";
import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import type { CsvRecord } from "./csv.ts";
import type { Column, KnownField } from "./read-header.ts";

export type RowFault = PeopleImport["faults"][number];

/**
 * What a line says about a person. What its file has no column for is not there and stays as it is;
 * null means the cell is empty.
 */
export const importRow = z.object({
  line: z.number(),
  email: z.string(),
  name: z.string(),
  team: z.string().nullish(),
  job: z.string().nullish(),
  tier: tier.nullish(),
  roles: z.array(role).nullish(),
  startedAt: z.string().nullish(),
  attributes: z.record(z.string(), z.array(z.string())),
});
export type ImportRow = z.infer<typeof importRow>;

type Cell<T> = Result<T, string>;

const tooLong = "is longer than 200 characters";

const readEmail = (text: string): Cell<string> => {
  const read = email.safeParse(text);
  return read.success ? ok(read.data) : fail("is not an e-mail address");
};

const readName = (text: string): Cell<string> =>
  label.safeParse(text).success ? ok(text) : fail(text === "" ? "must not be empty" : tooLong);

const readLabel = (text: string): Cell<string | null> =>
  text === "" ? ok(null) : label.safeParse(text).success ? ok(text) : fail(tooLong);

const readTier = (text: string): Cell<Tier | null> => {
  switch (text) {
    case "":
      return ok(null);
    case "1":
      return ok(1);
    case "2":
      return ok(2);
    case "3":
      return ok(3);
    default:
      return fail("is no tier; use 1 (uses tools), 2 (builds with models), 3 (trains models)");
  }
};

const isRole = (text: string): text is Role => roles.some((role) => role === text);

const splitList = (text: string): string[] =>
  [...new Set(text.split(";").map((part) => part.trim()))].filter((part) => part !== "");

const readRoles = (text: string): Cell<Role[] | null> => {
  const given = splitList(text.toLowerCase());
  const known = given.filter(isRole);
  if (known.length < given.length) {
    return fail(`holds an unknown role; use ${roles.join(", ")}, several with ; between them`);
  }
  return ok(known.length === 0 ? null : known);
};

const datePattern = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

const readDate = (text: string): Cell<string | null> => {
  if (text === "") return ok(null);
  const day = datePattern.exec(text)?.[1];
  const date = new Date(text);
  // JavaScript reads 31 February as 3 March.
  const exists = day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (!exists || Number.isNaN(date.getTime())) return fail("is no date; write it as 2026-05-03");
  return ok(date.toISOString());
};

const readAttribute = (text: string): Cell<string[]> => {
  const values = splitList(text);
  if (values.length > 50) return fail("holds more than 50 values");
  return values.some((value) => value.length > 200)
    ? fail(`holds a value that ${tooLong}`)
    : ok(values);
};

const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** Reads cell after cell and keeps every fault, not the first. */
const cellsOf = (columns: readonly Column[], record: CsvRecord, faults: RowFault[]) => {
  const read = <T>(index: number, title: string, reader: (text: string) => Cell<T>) => {
    const text = (record.fields[index] ?? "").trim();
    const cell = reader(text);
    if (cell.ok) return cell.value;
    faults.push({ line: record.line, column: title, value: shown(text), says: cell.error });
    return undefined;
  };
  return {
    field: <T>(field: KnownField, reader: (text: string) => Cell<T>): T | undefined => {
      const index = columns.findIndex(
        (column) => column.kind === "field" && column.field === field,
      );
      const title = columns[index]?.title;
      return title === undefined ? undefined : read(index, title, reader);
    },
    attributes: (): Record<string, string[]> =>
      Object.fromEntries(
        columns.flatMap((column, index) =>
          column.kind === "attribute"
            ? [[column.name, read(index, column.title, readAttribute) ?? []] as const]
            : [],
        ),
      ),
  };
};

export const readRow = (
  columns: readonly Column[],
  record: CsvRecord,
): Result<ImportRow, readonly RowFault[]> => {
  const { line, fields } = record;
  if (fields.length !== columns.length) {
    const says = `has ${fields.length} fields where the first line has ${columns.length}; a field with the separator in it needs quotes`;
    return fail([{ line, column: null, value: null, says }]);
  }
  const faults: RowFault[] = [];
  const cells = cellsOf(columns, record, faults);
  const row = {
    line,
    email: cells.field("email", readEmail) ?? "",
    name: cells.field("name", readName) ?? "",
    team: cells.field("team", readLabel),
    job: cells.field("job", readLabel),
    tier: cells.field("tier", readTier),
    roles: cells.field("roles", readRoles),
    startedAt: cells.field("startedAt", readDate),
    attributes: cells.attributes(),
  };
  return faults.length > 0 ? fail(faults) : ok(row);
};
