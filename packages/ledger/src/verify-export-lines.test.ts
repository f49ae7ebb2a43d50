import { describe, expect, test } from "vitest";
import {
  completeExport,
  found,
  lineIndexOf,
  makeRows,
  verifyBytes,
  verifyLines,
} from "./export.test-data.ts";
import { MAX_LINE_BYTES } from "./split-lines.ts";

const rows = makeRows(600);
const lines = await completeExport(rows);
const row41 = lineIndexOf(41);

const edit = (index: number, change: (line: string) => string): string[] =>
  lines.with(index, change(lines[index] ?? ""));

describe("lines that cannot be read", () => {
  test.each([
    ["no JSON", "{", "row-malformed", "no JSON"],
    ["a list", "[]", "row-malformed", "no object"],
    ["nothing", "", "row-malformed", "empty"],
    ["another object", "{}", "row-malformed", "id is missing"],
    ["half a block line", '{"block":0}', "block-line", "exactly"],
  ])("%s in the place of a row", async (_name, line, code, message) => {
    const report = await verifyLines(lines.with(row41, line));
    expect(report.ok).toBe(false);
    expect(report.faults[0]).toMatchObject({ line: 43, code });
    expect(report.faults[0]?.message).toContain(message);
  });

  test("an unknown field, a missing field and a wrong type are all named", async () => {
    const report = await verifyLines(
      edit(row41, (line) =>
        line
          .replace('"actor"', '"extra":1,"actor"')
          .replace(/"salt":"[^"]+"/, '"salt":1')
          .replace(/"person":"bob",/, ""),
      ),
    );
    const messages = report.faults.map(({ message }) => message).join("\n");
    expect(messages).toContain('row 41 (line 43): "extra" is no field of it');
    expect(messages).toContain("row 41 (line 43): person is missing");
    expect(messages).toContain("row 41 (line 43): salt must be 64 lower-case hex digits");
    expect(report.faults.every(({ row }) => row === 41)).toBe(true);
  });

  test.each([
    ["a space", (line: string) => line.replace('"actor":', '"actor": ')],
    ["a field given twice", (line: string) => line.replace('"actor":', '"actor":"eve","actor":')],
    ["an escape", (line: string) => line.replace('"bob"', '"\\u0062ob"')],
    ["another way to write a number", (line: string) => line.replace('"seq":41', '"seq":41.0')],
  ])("%s is no canonical form", async (_name, change) => {
    const report = await verifyLines(edit(row41, change));
    expect(found(report)).toEqual([{ row: 41, line: 43, code: "row-not-canonical" }]);
  });

  test("bytes that are no UTF-8", async () => {
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    bytes[bytes.indexOf('"person":"bob"') + 10] = 0xff;
    const report = await verifyBytes(bytes);
    expect(report.faults[0]).toMatchObject({ row: 1, line: 3, code: "line-not-utf8" });
    expect(report.faultCount).toBe(1);
  });

  test("a line beyond the limit is skipped, and the lines after it are read", async () => {
    const long = edit(row41, (line) => line.replace("“ok”", "x".repeat(MAX_LINE_BYTES)));
    const report = await verifyLines(long);
    expect(found(report)).toEqual([{ row: 41, line: 43, code: "line-too-long" }]);
    const endless = await verifyBytes(Buffer.alloc(3 * MAX_LINE_BYTES, "x"));
    expect(endless.faults).toMatchObject([{ line: 1, code: "line-too-long" }]);
  });
});

test("a file of nothing but faults is counted whole and listed in part", async () => {
  const many = Array.from({ length: 5_000 }, () => "{}");
  const report = await verifyLines([lines[0] ?? "", ...many]);
  expect(report.faultCount).toBeGreaterThan(5_000);
  expect(report.faults).toHaveLength(1_000);
});

test("lines made to exhaust stack or memory end in a report", async () => {
  const manyFields = `{${Array.from({ length: 130_000 }, (_, i) => `"f${i}":1`).join()}}`;
  const longName = `{${JSON.stringify("n".repeat(3_000_000))}:1}`;
  const brokenTexts = `{"body":{"a":[${Array(130_000).fill('"\\ud800"').join()}]},"seq":2}`;
  const deep = "[".repeat(1_000_000);
  const report = await verifyLines([lines[0] ?? "", manyFields, longName, brokenTexts, deep]);
  expect(report.ok).toBe(false);
  expect(Math.max(...report.faults.map(({ message }) => message.length))).toBeLessThan(1_100);
  const filter = lines.with(
    0,
    (lines[0] ?? "").replace('"format"', `"filter":${manyFields},"format"`),
  );
  expect((await verifyLines(filter)).faultCount).toBe(130_000);
});
