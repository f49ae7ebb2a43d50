import { setImmediate } from "node:timers/promises";
import type { InputFault } from "@checkride/api/problems";
import { fail, ok, type Result } from "@checkride/rules/result";
import { type CsvFault, detectDelimiter, readRecords } from "./csv.ts";
import { type Column, readHeader } from "./read-header.ts";
import { type ImportRow, type RowFault, readRow } from "./read-row.ts";

export type ReadFile = {
  readonly rows: readonly ImportRow[];
  readonly faults: readonly RowFault[];
  readonly lines: number;
};

/** A long file must not keep everybody else waiting: after so many lines others have their turn. */
const linesAtATime = 500;

const sayFault = ({ line, kind }: CsvFault): InputFault => ({
  in: `body/line/${line}`,
  says:
    kind === "unterminated-quote"
      ? `a field that begins with " in line ${line} is never closed`
      : `line ${line} has text behind a closing "; a quote inside quotes is written ""`,
});

const unreadable = (faults: readonly InputFault[]): Result<never, readonly InputFault[]> =>
  fail(faults);

/** Two lines for one address: the second would overwrite the first without anybody meaning it. */
const twice = (row: ImportRow, firstLine: number): RowFault => ({
  line: row.line,
  column: "email",
  value: row.email,
  says: `is in line ${firstLine} already; leave one of the two`,
});

export const readFile = async (text: string): Promise<Result<ReadFile, readonly InputFault[]>> => {
  let columns: readonly Column[] | null = null;
  const rows: ImportRow[] = [];
  const faults: RowFault[] = [];
  const firstLines = new Map<string, number>();
  let lines = 0;
  for (const record of readRecords(text, detectDelimiter(text))) {
    if (!record.ok) return unreadable([sayFault(record.error)]);
    if (!columns) {
      const header = readHeader(record.value.fields, record.value.line);
      if (!header.ok) return header;
      columns = header.value;
      continue;
    }
    lines += 1;
    const row = readRow(columns, record.value);
    if (!row.ok) {
      faults.push(...row.error);
    } else {
      const first = firstLines.get(row.value.email);
      if (first === undefined) firstLines.set(row.value.email, row.value.line);
      else faults.push(twice(row.value, first));
      rows.push(row.value);
    }
    if (lines % linesAtATime === 0) await setImmediate();
  }
  if (lines === 0) {
    return unreadable([
      { in: "body", says: "the file holds no people, only its first line at most" },
    ]);
  }
  return ok({ rows, faults, lines });
};
