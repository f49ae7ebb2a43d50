import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Delimiter, detectDelimiter, readRecords, writeRecord } from "./csv.ts";

const read = (text: string, delimiter: Delimiter = ",") =>
  [...readRecords(text, delimiter)].map((record) =>
    record.ok ? record.value.fields : record.error,
  );

const delimiter = fc.constantFrom<Delimiter[]>(",", ";", "\t");
const field = fc.string({
  unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r", " ", "\uFEFF"),
});
const table = fc.array(
  fc.array(field, { minLength: 1, maxLength: 5 }).filter((fields) => fields.join("") !== ""),
  { maxLength: 8 },
);

describe("reading CSV", () => {
  it("gives back what was written, whatever it was", () => {
    fc.assert(
      fc.property(table, delimiter, fc.boolean(), (rows, separator, marked) => {
        const text = rows.map((row) => writeRecord(row, separator)).join("");
        fc.pre(marked || !text.startsWith("\uFEFF"));
        expect(read(marked ? `\uFEFF${text}` : text, separator)).toEqual(rows);
      }),
    );
  });

  it("takes every way to end a line, and a last line without an end", () => {
    for (const end of ["\r\n", "\n", "\r"]) {
      expect(read(`a,b${end}c,d`)).toEqual([
        ["a", "b"],
        ["c", "d"],
      ]);
      expect(read(`a,b${end}${end}c,d${end}`)).toEqual([
        ["a", "b"],
        ["c", "d"],
      ]);
    }
  });

  it("knows the line a record begins on, past line breaks inside quotes", () => {
    const lines = [...readRecords('a\n"b\nb\r\nb"\nc\n\nd', ",")].map((record) =>
      record.ok ? record.value.line : 0,
    );
    expect(lines).toEqual([1, 2, 5, 7]);
  });

  it("keeps an empty field at the end of a line and of the file", () => {
    expect(read("a,\n,b\n,")).toEqual([
      ["a", ""],
      ["", "b"],
      ["", ""],
    ]);
  });

  it("points at the line of a quote that is never closed", () => {
    expect(read('a,b\n"c\nd",e\nf,"g\nh,i')).toEqual([
      ["a", "b"],
      ["c\nd", "e"],
      { line: 4, kind: "unterminated-quote" },
    ]);
  });

  it("points at text behind a closing quote", () => {
    expect(read('a\n"b"c')).toEqual([["a"], { line: 2, kind: "text-after-quote" }]);
  });

  it("never throws and never loops, whatever comes", () => {
    fc.assert(fc.property(field, delimiter, (text, separator) => void read(text, separator)));
  });

  it.each([
    ["email,name", ","],
    ["email;name;team", ";"],
    ["email\tname", "\t"],
    ['"a,b";name;c', ";"],
    ['"a;b;c;d",name,c', ","],
    ["email", ","],
    ["", ","],
    ["email;name\na,b,c,d", ";"],
    ["\uFEFFemail;name", ";"],
  ])("finds what separates %j", (text, separator) => {
    expect(detectDelimiter(text)).toBe(separator);
  });
});
