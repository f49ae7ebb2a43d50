import { fail, ok, type Result } from "@checkride/rules/result";

/** One record, with the line on which it begins: a quoted field may hold line breaks. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

export type CsvFault = {
  readonly line: number;
  readonly kind: "unterminated-quote" | "text-after-quote";
};

export type Delimiter = "," | ";" | "\t";

const delimiters: readonly Delimiter[] = [",", ";", "\t"];

/** What separates the fields of the first line; what stands in quotes does not count. */
export const detectDelimiter = (text: string): Delimiter => {
  const firstLine = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(withoutMark(text))?.[0] ?? "").replace(
    /"(?:[^"]|"")*"/g,
    "",
  );
  const count = (delimiter: Delimiter): number => firstLine.split(delimiter).length;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
};

/** Spreadsheets put a byte order mark in front of UTF-8. */
const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

type Field = { readonly value: string; readonly end: number; readonly breaks: number };

const countBreaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** From the opening quote on; two quotes are one quote (RFC 4180, section 2.7). */
const readQuoted = (text: string, start: number): Field | null => {
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1, breaks: countBreaks(value) };
    value += '"';
    at = quote + 2;
  }
};

const readPlain = (text: string, start: number, delimiter: Delimiter): Field => {
  let end = start;
  while (end < text.length && !isEnd(text, end, delimiter)) end += 1;
  return { value: text.slice(start, end), end, breaks: 0 };
};

const isEnd = (text: string, at: number, delimiter: Delimiter): boolean => {
  const letter = text[at];
  return letter === delimiter || letter === "\n" || letter === "\r";
};

/** Record after record, so that the reader of a long file can stop, or let others work in between. */
export function* readRecords(
  source: string,
  delimiter: Delimiter,
): Generator<Result<CsvRecord, CsvFault>, void> {
  const text = withoutMark(source);
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const began = line;
    const fields: string[] = [];
    for (;;) {
      const quoted = text[at] === '"';
      const field = quoted ? readQuoted(text, at) : readPlain(text, at, delimiter);
      if (!field) return yield fail({ line, kind: "unterminated-quote" });
      line += field.breaks;
      at = field.end;
      if (at < text.length && !isEnd(text, at, delimiter)) {
        return yield fail({ line, kind: "text-after-quote" });
      }
      fields.push(field.value);
      if (text[at] !== delimiter) break;
      at += 1;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    // An empty line says nothing; many programs end a file with one.
    if (fields.length > 1 || fields[0] !== "") yield ok({ line: began, fields });
  }
}

const mustQuote = (field: string, delimiter: Delimiter): boolean =>
  field.includes(delimiter) || /["\r\n]/.test(field);

export const writeRecord = (fields: readonly string[], delimiter: Delimiter = ","): string =>
  `${fields
    .map((field) => (mustQuote(field, delimiter) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(delimiter)}\r\n`;
