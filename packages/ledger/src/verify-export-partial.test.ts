import { describe, expect, test } from "vitest";
import { found, makeRows, otherRow, partialExport, verifyLines } from "./export.test-data.ts";

const rows = makeRows(600);
const some = await partialExport(rows, ({ seq }) => seq % 100 === 7);

describe("a partial export", () => {
  const filter = {
    person: "bob",
    kind: "quiz.taken",
    from: rows[100]?.entry.at ?? "",
    to: rows[500]?.entry.at ?? "",
  };
  const chosen = ({ seq, entry, content }: (typeof rows)[number]) =>
    seq >= 100 && seq < 500 && entry.kind === filter.kind && content?.record.person === "bob";

  test("verifies row by row and says what it cannot prove", async () => {
    const report = await verifyLines(await partialExport(rows, chosen, filter));
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      complete: false,
      size: 600,
      notes: [{ code: "partial" }],
    });
    expect(report.rows).toBeGreaterThan(10);
  });

  test("may hold erased rows when no person was asked for", async () => {
    const report = await verifyLines(await partialExport(rows, ({ content }) => content === null));
    expect(report).toMatchObject({ ok: true, rows: 60, erased: 60 });
  });

  const second = some[2] ?? "";
  test.each([
    ["content", second.replace("“ok”", "“no”"), "row-content"],
    ["entry", second.replace('"kind":"', '"kind":"x'), "row-entry"],
    ["proof", second.replace(/"proof":\["../, '"proof":["00'), "row-proof"],
    ["number", second.replace('"seq":107', '"seq":108'), "row-proof"],
    ["a proof that is none", second.replace(/"proof":\["../, '"proof":["'), "row-malformed"],
    ["a row without proof", second.replace(/"proof":\[[^\]]*\],/, ""), "row-malformed"],
    ["a row that is not there", second.replace('"seq":107', '"seq":6000'), "row-order"],
  ])("changed: %s", async (_name, line, code) => {
    const report = await verifyLines(some.with(2, line));
    expect(report.ok).toBe(false);
    expect(report.faults.map((fault) => fault.code)).toContain(code);
  });

  test("rows remade with their leaves lead nowhere", async () => {
    const forged = await partialExport(rows.map(otherRow), ({ seq }) => seq === 107);
    const report = await verifyLines([some[0] ?? "", forged[1] ?? ""]);
    expect(report.faults.map(({ code }) => code)).toEqual(["row-proof", "rows-missing"]);
  });

  test("rows missing, repeated, exchanged or beyond the filter", async () => {
    expect(found(await verifyLines(some.toSpliced(2, 1)))).toMatchObject([
      { code: "rows-missing" },
    ]);
    const twice = await verifyLines(some.toSpliced(2, 0, second));
    expect(twice.faults.map(({ code }) => code)).toEqual(["row-order", "rows-missing"]);
    const outside = await partialExport(rows, ({ seq }) => seq < 3, filter);
    const report = await verifyLines(outside);
    expect(report.faults.map(({ code }) => code)).toEqual(Array(3).fill("row-outside-filter"));
  });
});
