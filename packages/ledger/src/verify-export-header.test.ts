import { describe, expect, test } from "vitest";
import {
  checkpointOf,
  completeExport,
  found,
  headerOf,
  lineIndexOf,
  linesOf,
  makeRows,
  otherRow,
  otherSigner,
  partialExport,
  signer,
  verifyBytes,
  verifyLines,
} from "./export.test-data.ts";
import { headerLine } from "./export-format.ts";

const rows = makeRows(600);
const lines = await completeExport(rows);
const row41 = lineIndexOf(41);

const edit = (index: number, change: (line: string) => string): string[] =>
  lines.with(index, change(lines[index] ?? ""));

describe("the header", () => {
  const header = headerOf(rows);

  test("an empty file", async () => {
    expect((await verifyBytes(Buffer.alloc(0))).faults).toMatchObject([{ code: "file-empty" }]);
  });

  test.each([
    ["a row", lines[1] ?? ""],
    ["no JSON", "hello"],
    ["nothing", ""],
    ["another format", headerLine(header).replace("checkride-ledger", "other")],
  ])("missing: %s stands there", async (_name, line) => {
    const report = await verifyLines(lines.with(0, line));
    expect(report).toMatchObject({ ok: false, size: null, faults: [{ code: "header-missing" }] });
  });

  test.each([
    ["another version", (line: string) => line.replace('"version":1', '"version":2')],
    ["an unknown field", (line: string) => line.replace("{", '{"a":1,')],
    ["rows as text", (line: string) => line.replace('"rows":600', '"rows":"600"')],
    ["a field given twice", (line: string) => line.replace("{", '{"rows":600,')],
    [
      "a filter of nonsense",
      (line: string) => line.replace('"format"', '"filter":{"x":1},"format"'),
    ],
    [
      "a filter without a time",
      (line: string) => line.replace('"format"', '"filter":{"from":"x"},"format"'),
    ],
  ])("malformed: %s", async (_name, change) => {
    const report = await verifyLines(edit(0, change));
    expect(report.faults[0]).toMatchObject({ line: 1, code: "header-malformed" });
  });

  test.each([
    ["another origin", { ...header, origin: "ledger.example/other" }],
    ["another number of rows", { ...header, rows: 601 }],
    ["another key", { ...header, vkey: otherSigner.vkey }],
    ["a filter in a complete export", { ...header, filter: { kind: "lab.passed" } }],
  ])("contradicts the checkpoint: %s", async (_name, changed) => {
    const report = await verifyLines(lines.with(0, headerLine(changed)));
    expect(found(report)).toEqual([{ row: null, line: 1, code: "header-contradicts" }]);
  });

  test("a checkpoint signed by another key is no anchor, whatever the header says", async () => {
    const theirs = await completeExport(rows, otherSigner);
    const report = await verifyLines(theirs);
    expect(report).toMatchObject({ ok: false, root: null });
    expect(report.faults.map(({ code }) => code)).toEqual([
      "header-contradicts",
      "signature-missing",
    ]);
    const claimed = await linesOf({ ...headerOf(rows, otherSigner), vkey: signer.vkey }, rows);
    expect(found(await verifyLines(claimed))).toEqual([
      { row: null, line: 1, code: "signature-missing" },
    ]);
  });

  test("a checkpoint with a changed size is not signed", async () => {
    const forged = {
      ...header,
      checkpoint: header.checkpoint.replace("\n600\n", "\n599\n"),
      rows: 599,
    };
    const report = await verifyLines(await linesOf(forged, rows.slice(0, 599)));
    expect(found(report)).toEqual([{ row: null, line: 1, code: "signature-wrong" }]);
  });

  test("a mistyped key is said to be one", async () => {
    const report = await verifyLines(lines, { vkey: signer.vkey.slice(0, -3) });
    expect(report.faults.map(({ code }) => code)).toContain("vkey-malformed");
  });
});

describe("older checkpoints", () => {
  test("of every size are contained in what grew out of them", async () => {
    const small = rows.slice(0, 260);
    const olderCheckpoints = small.map((_, i) => checkpointOf(rows.slice(0, i + 1)));
    const report = await verifyLines(await completeExport(small), { olderCheckpoints });
    expect(report.faults).toEqual([]);
    expect(report.notes).toHaveLength(260);
  });

  test.each([
    ["of another ledger", checkpointOf(rows.slice(0, 9), signer, "other"), "another ledger"],
    ["of another key", checkpointOf(rows.slice(0, 9), otherSigner), "no signature"],
    ["larger than the export", checkpointOf(makeRows(601)), "larger than the export's 600"],
    ["of nothing", checkpointOf([]), "proves nothing"],
    ["of the same size and other rows", checkpointOf(rows.map(otherRow)), "signed twice"],
    ["of a past that was rewritten", checkpointOf(rows.slice(0, 300).map(otherRow)), "rewritten"],
  ])("%s", async (_name, note, message) => {
    const report = await verifyLines(lines, { olderCheckpoints: [note] });
    expect(report.faults).toMatchObject([{ code: "older-checkpoint" }]);
    expect(report.faults[0]?.message).toContain(message);
  });

  test("cannot be compared where rows are missing or the export is partial", async () => {
    const olderCheckpoints = [checkpointOf(rows.slice(0, 50))];
    const gap = await verifyLines(lines.toSpliced(row41, 1), { olderCheckpoints });
    expect(gap.faults.map(({ code }) => code)).toEqual(["rows-missing", "older-checkpoint"]);
    const partial = await partialExport(rows, ({ seq }) => seq < 3);
    const report = await verifyLines(partial, { olderCheckpoints });
    expect(report.faults[0]?.message).toContain("ask for a complete one");
  });
});
