import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import {
  completeExport,
  headerOf,
  linesOf,
  makeRow,
  makeRows,
  partialExport,
} from "./export.test-data.ts";
import { rowLine } from "./export-format.ts";

test("every line is canonical JSON and a row says what it was given", async () => {
  const rows = makeRows(300);
  const lines = [...(await completeExport(rows)), ...(await partialExport(rows, () => true))];
  expect(lines.length).toBe(1 + 300 + 2 + 1 + 300);
  for (const line of lines) {
    expect(canonicalJson(JSON.parse(line))).toEqual({ ok: true, value: line });
  }
  const { entry, content } = makeRow(1);
  expect(JSON.parse(rowLine(makeRow(1)))).toMatchObject({
    seq: 1,
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    commitment: entry.commitment,
    ...content?.record,
  });
});

test("an erased row holds nothing of person, actor, body or salt", () => {
  const fields: object = JSON.parse(rowLine(makeRow(9)));
  const names = ["at", "commitment", "erased", "id", "kind", "leaf", "seq"];
  expect(Object.keys(fields)).toEqual(names);
});

test("rows that cannot have been sealed are a bug, not an export", async () => {
  const row = makeRow(1);
  const content = row.content && { ...row.content, salt: new Uint8Array(4) };
  expect(() => rowLine({ ...row, content })).toThrow("the salt of row 1");
  const record = { person: "\ud800", actor: null, body: {} };
  const broken = { ...row, content: { salt: new Uint8Array(32), record } };
  await expect(linesOf(headerOf([row]), [broken])).rejects.toThrow("surrogate");
});
