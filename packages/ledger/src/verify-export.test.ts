import { describe, expect, test } from "vitest";
import {
  blockLineOf,
  checkpointOf,
  completeExport,
  found,
  lineIndexOf,
  makeRows,
  ORIGIN,
  otherRow,
  reforgedExport,
  verifyBytes,
  verifyLines,
} from "./export.test-data.ts";

const rows = makeRows(600);
const lines = await completeExport(rows);
const row41 = lineIndexOf(41);

const edit = (index: number, change: (line: string) => string): string[] =>
  lines.with(index, change(lines[index] ?? ""));

describe("an export as it was written", () => {
  test.each([0, 1, 2, 255, 256, 257, 512, 600])("of %i rows verifies", async (count) => {
    const some = rows.slice(0, count);
    const report = await verifyLines(await completeExport(some));
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      complete: true,
      rows: count,
      erased: some.filter(({ content }) => content === null).length,
      size: count,
      origin: ORIGIN,
    });
  });

  test("verifies however the bytes are cut into chunks", async () => {
    const bytes = Buffer.from(`${(await completeExport(rows.slice(0, 12))).join("\n")}\n`);
    for (const size of [1, 2, 7, 1_000]) {
      expect(await verifyBytes(bytes, {}, size)).toMatchObject({ ok: true, rows: 12, notes: [] });
    }
  });

  test("verifies after rows were erased, with the same root", async () => {
    const before = await verifyLines(lines);
    const erased = rows.map((row) => (row.seq % 3 === 0 ? { ...row, content: null } : row));
    const report = await verifyLines(await completeExport(erased));
    expect(report).toMatchObject({ ok: true, root: before.root });
    expect(report.erased).toBeGreaterThan(before.erased);
  });

  test("verifies through Windows line ends, a byte order mark and a lost last newline, and says so", async () => {
    const report = await verifyBytes(Buffer.from(`\ufeff${lines.join("\r\n")}`));
    expect(report.ok).toBe(true);
    expect(report.notes).toMatchObject([{ code: "file-marks" }]);
    expect(report.notes[0]?.message).toContain("byte order mark, Windows line ends on 603 lines");
  });

  test("notes a clock that was set back without calling it a fault", async () => {
    const later = rows.slice(0, 5).map((row, i) => {
      const at = i === 2 ? "2031-01-01T00:00:00.000Z" : row.entry.at;
      return { ...row, entry: { ...row.entry, at } };
    });
    const report = await verifyLines(await completeExport(later));
    expect(report).toMatchObject({ ok: true, notes: [{ code: "clock-set-back" }] });
    expect(report.notes[0]?.message).toContain(
      "2 rows are earlier than a row before them, first row 3 (line 5)",
    );
  });
});

describe("a changed row is named, and only it", () => {
  test.each([
    ["body", /“ok”/, "“no”"],
    ["person", /"person":"bob"/, '"person":"eve"'],
    ["actor", /"actor":null/, '"actor":"eve"'],
    ["salt", /"salt":"../, '"salt":"00'],
  ])("%s: the content does not match", async (_field, from, to) => {
    const report = await verifyLines(edit(row41, (line) => line.replace(from, to)));
    expect(found(report)).toEqual([{ row: 41, line: 43, code: "row-content" }]);
    expect(report.faults[0]?.message).toMatch(/^row 41 \(line 43\): the content does not match/);
  });

  test.each([
    ["id", /"id":"0/, '"id":"1'],
    ["at", /"at":"2026/, '"at":"2025'],
    ["kind", /"kind":"[a-z.]+"/, '"kind":"lab.failed"'],
  ])("%s: the entry does not match", async (_field, from, to) => {
    const report = await verifyLines(edit(row41, (line) => line.replace(from, to)));
    expect(found(report)).toEqual([{ row: 41, line: 43, code: "row-entry" }]);
  });

  test("its commitment: neither content nor leaf fits", async () => {
    const report = await verifyLines(
      edit(row41, (line) => line.replace(/"commitment":"../, '"commitment":"00')),
    );
    expect(found(report)).toEqual([
      { row: 41, line: 43, code: "row-content" },
      { row: 41, line: 43, code: "row-entry" },
    ]);
  });

  test("its leaf hash alone", async () => {
    const report = await verifyLines(
      edit(row41, (line) => line.replace(/"leaf":"../, '"leaf":"00')),
    );
    expect(found(report)).toEqual([{ row: 41, line: 43, code: "row-entry" }]);
  });

  test("an erased row with another commitment", async () => {
    const at = lineIndexOf(49);
    const report = await verifyLines(
      edit(at, (line) => line.replace(/"commitment":"../, '"commitment":"00')),
    );
    expect(found(report)).toEqual([{ row: 49, line: at + 1, code: "row-entry" }]);
  });

  test("several, each with its number", async () => {
    let changed = lines;
    for (const seq of [3, 300, 599 - 1]) {
      const at = lineIndexOf(seq);
      changed = changed.with(at, (changed[at] ?? "").replace('"score":', '"score":1'));
    }
    const report = await verifyLines(changed);
    expect(report.faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
      "3 row-content",
      "300 row-content",
      "598 row-content",
    ]);
  });
});

describe("rows changed together with what vouches for them", () => {
  test("leaf hash remade, block line kept: the block is named", async () => {
    const forged = await reforgedExport(rows, (row) => (row.seq === 300 ? otherRow(row) : row));
    const at = lineIndexOf(300);
    const report = await verifyLines(lines.with(at, forged[at] ?? ""));
    expect(found(report)).toEqual([{ row: 256, line: 515, code: "block-root" }]);
    expect(report.faults[0]?.message).toContain(
      "rows 256–511 do not give the root that line 515 states",
    );
  });

  test("all remade but the signed root: both roots are given", async () => {
    const forged = await reforgedExport(rows, (row) => (row.seq === 300 ? otherRow(row) : row));
    const report = await verifyLines(forged);
    expect(found(report)).toEqual([{ row: null, line: null, code: "root" }]);
    const changed = rows.map((row) => (row.seq === 300 ? otherRow(row) : row));
    expect(checkpointOf(changed)).not.toBe(checkpointOf(rows));
    expect(report.faults[0]?.message).toMatch(
      /^the rows were changed consistently after sealing: recomputed root [0-9a-f]{64}, signed root [0-9a-f]{64}$/,
    );
  });

  test("an older checkpoint narrows the place", async () => {
    const forged = await reforgedExport(rows, (row) => (row.seq === 300 ? otherRow(row) : row));
    const olderCheckpoints = [200, 290, 400].map((size) => checkpointOf(rows.slice(0, size)));
    const report = await verifyLines(forged, { olderCheckpoints });
    expect(report.faults.map(({ code }) => code)).toEqual(["older-checkpoint", "root"]);
    expect(report.faults[0]?.message).toContain("history before row 400 was rewritten");
    expect(report.faults[1]?.message).toContain(
      "proves rows 0–289, so the change lies in rows 290–599",
    );
  });

  test("only a block line: it is named, and the rows still stand", async () => {
    const at = lineIndexOf(255) + 1;
    const report = await verifyLines(edit(at, (line) => line.replace(/"root":"../, '"root":"00')));
    expect(report.faults.map(({ code }) => code)).toEqual(["block-root", "root"]);
    expect(report.faults[1]?.message).toContain("the rows give the signed root");
  });
});

describe("rows missing, repeated, moved or added", () => {
  test.each([0, 41, 255, 256, 599])("row %i missing is named", async (seq) => {
    const report = await verifyLines(lines.toSpliced(lineIndexOf(seq), 1));
    expect(report.ok).toBe(false);
    expect(report.faults[0]).toMatchObject({ row: seq, code: "rows-missing" });
    expect(report.faults[0]?.message).toMatch(new RegExp(`^row ${seq} missing before `));
    expect(report.faultCount).toBe(1);
  });

  test("a run of rows over several blocks", async () => {
    const from = lineIndexOf(100);
    const report = await verifyLines(lines.toSpliced(from, lineIndexOf(550) - from));
    expect(report.faults[0]?.message).toBe("rows 100–549 missing before row 550 (line 102)");
  });

  test("a repeated row", async () => {
    const report = await verifyLines(lines.toSpliced(row41, 0, lines[row41] ?? ""));
    expect(found(report)).toEqual([{ row: 41, line: 44, code: "row-order" }]);
  });

  test("two rows exchanged", async () => {
    const [a = "", b = ""] = lines.slice(row41, row41 + 2);
    const report = await verifyLines(lines.toSpliced(row41, 2, b, a));
    expect(report.faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
      "41 rows-missing",
      "41 row-order",
    ]);
  });

  test("a file that was cut, inside a block and between blocks", async () => {
    const inside = await verifyLines(lines.slice(0, lineIndexOf(300)));
    expect(inside.faults[0]?.message).toContain(
      "rows 300–599 missing at the end: the file ends after row 299",
    );
    const between = await verifyLines(lines.slice(0, lineIndexOf(256)));
    expect(between.faults[0]?.message).toContain("rows 256–599 missing at the end");
    const onlyHeader = await verifyLines(lines.slice(0, 1));
    expect(onlyHeader.faults[0]?.message).toContain("rows 0–599 missing");
  });

  test("rows added after the last", async () => {
    const added = (await completeExport(makeRows(601)))[lineIndexOf(600)] ?? "";
    const report = await verifyLines([...lines, added]);
    expect(found(report)).toEqual([{ row: 600, line: 605, code: "row-beyond-checkpoint" }]);
  });

  test("a block line missing, repeated or of another block", async () => {
    const at = lineIndexOf(255) + 1;
    const missing = await verifyLines(lines.toSpliced(at, 1));
    expect(found(missing)).toEqual([{ row: 256, line: 258, code: "block-line" }]);
    const repeated = await verifyLines(lines.toSpliced(at, 0, lines[at] ?? ""));
    expect(found(repeated)).toEqual([{ row: null, line: 259, code: "block-line" }]);
    const other = await verifyLines(lines.with(at, blockLineOf(rows, 1)));
    expect(other.ok).toBe(false);
    const last = await verifyLines(lines.slice(0, -1));
    expect(found(last)).toEqual([{ row: null, line: null, code: "block-line" }]);
  });
});
