import type { InputFault } from "@checkride/api/problems";
import { fail, ok, type Result } from "@checkride/rules/result";

export const knownFields = ["email", "name", "team", "job", "tier", "roles", "startedAt"] as const;
export type KnownField = (typeof knownFields)[number];

export type Column =
  | { readonly kind: "field"; readonly field: KnownField; readonly title: string }
  | { readonly kind: "attribute"; readonly name: string; readonly title: string };

/** What exports of other programs call these columns, without case, spaces, dashes and underscores. */
const synonyms: ReadonlyMap<string, KnownField> = new Map([
  ["email", "email"],
  ["mail", "email"],
  ["emailaddress", "email"],
  ["name", "name"],
  ["fullname", "name"],
  ["displayname", "name"],
  ["team", "team"],
  ["department", "team"],
  ["job", "job"],
  ["jobtitle", "job"],
  ["position", "job"],
  ["tier", "tier"],
  ["roles", "roles"],
  ["role", "roles"],
  ["startedat", "startedAt"],
  ["started", "startedAt"],
  ["startdate", "startedAt"],
  ["hiredate", "startedAt"],
]);

const attributePattern = /^[a-z][a-zA-Z0-9_-]{0,39}$/;

const columnOf = (title: string): Column | null => {
  const field = synonyms.get(title.toLowerCase().replace(/[\s_-]+/g, ""));
  if (field) return { kind: "field", field, title };
  return attributePattern.test(title) ? { kind: "attribute", name: title, title } : null;
};

const keyOf = (column: Column): string =>
  column.kind === "field" ? column.field : `attribute ${column.name}`;

const required = ["email", "name"] as const;

/** Every mistake in the first line at once: whoever mends one sees no further one after the next upload. */
export const readHeader = (
  titles: readonly string[],
  line: number,
): Result<readonly Column[], readonly InputFault[]> => {
  const where = `body/line/${line}`;
  const faults: string[] = [];
  const columns: Column[] = [];
  const seen = new Map<string, string>();
  for (const [index, raw] of titles.entries()) {
    const title = raw.trim();
    const column = columnOf(title);
    if (!column) {
      faults.push(
        title === ""
          ? `column ${index + 1} has no name`
          : `column "${title}" is not known, and as an attribute it needs a name of letters, digits, - and _ that starts small`,
      );
      continue;
    }
    const earlier = seen.get(keyOf(column));
    if (earlier !== undefined) faults.push(`columns "${earlier}" and "${title}" mean the same`);
    seen.set(keyOf(column), title);
    columns.push(column);
  }
  for (const field of required) {
    if (!seen.has(field)) faults.push(`there is no column "${field}"`);
  }
  return faults.length > 0 ? fail(faults.map((says) => ({ in: where, says }))) : ok(columns);
};
