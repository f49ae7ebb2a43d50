import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportLedger } from "./export-ledger.ts";
import {
  actor,
  addTestPerson,
  everything,
  makeTestLedger,
  start,
  type TestLedger,
} from "./test-ledger.ts";

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await makeTestLedger();
});
afterEach(async () => {
  await ledger.handle.close();
  await ledger.database.drop();
});

test("an empty ledger can be exported and verified", async () => {
  const report = await ledger.verify(await ledger.exportText());
  expect(report).toMatchObject({ ok: true, complete: true, rows: 0, size: 0 });
});

test("each export is itself evidence and says what was asked, without names", async () => {
  await ledger.append(4);
  await ledger.sealAll();
  await ledger.exportText({ ...everything, kind: "lesson.read" });
  const row = await ledger.db
    .selectFrom("evidence")
    .select(["actor", "person", "body"])
    .where("kind", "=", "ledger.exported")
    .executeTakeFirst();
  expect(row).toEqual({
    actor,
    person: null,
    body: { filter: { kind: "lesson.read" }, ofOnePerson: false, rows: 2, size: 4 },
  });
});

test.each([
  ["kind", { ...everything, kind: "lesson.read" }, 100],
  ["time", { ...everything, from: start, to: new Date("2026-05-04T00:00:00.000Z") }, 300],
])("a part by %s carries proofs that lead to the signed root", async (_, filter, rows) => {
  await ledger.append(300);
  await ledger.append(9, new Date("2026-05-04T00:00:00.000Z"));
  await ledger.sealAll();
  const count = filter.kind === null ? rows : rows + 3;
  const report = await ledger.verify(await ledger.exportText(filter));
  expect(report).toMatchObject({ ok: true, complete: false, rows: count });
});

test("one person's part is theirs alone and holds no name", async () => {
  const person = await addTestPerson(ledger.db, "Ada Somebody");
  await ledger.append(20);
  await ledger.append(7, start, person);
  await ledger.sealAll();
  const text = await ledger.exportText({ ...everything, person });
  expect(await ledger.verify(text)).toMatchObject({ ok: true, rows: 7 });
  expect(text).not.toContain("Ada");
});

test("rows that come during an export do not belong to it", async () => {
  await ledger.append(600);
  await ledger.sealAll();
  const ask = { filter: everything, actor, now: start };
  const { chunks } = await exportLedger(ledger.db, ledger.readSigner, ask);
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    parts.push(chunk);
    await ledger.append(10);
    await ledger.sealAll();
  }
  const report = await ledger.verify(Buffer.concat(parts).toString("utf8"));
  expect(report).toMatchObject({ ok: true, rows: 600, size: 600 });
});

test("after an erasure the ledger verifies and the content is gone", async () => {
  const person = await addTestPerson(ledger.db, "Ada Somebody");
  await ledger.append(5, start, person);
  await ledger.append(5);
  await ledger.sealAll();
  await ledger.db
    .updateTable("evidence")
    .set({ body: null, salt: null, person: null, actor: null })
    .where("person", "=", person)
    .execute();
  const text = await ledger.exportText();
  expect(await ledger.verify(text)).toMatchObject({ ok: true, rows: 10, erased: 5 });
  expect(text).not.toContain(person);
});

test("an erasure during the export of that person leaves the file whole", async () => {
  const person = await addTestPerson(ledger.db, "Ada Somebody");
  await ledger.append(5, start, person);
  await ledger.sealAll();
  const ask = { filter: { ...everything, person }, actor, now: start };
  const { chunks } = await exportLedger(ledger.db, ledger.readSigner, ask);
  await ledger.db
    .updateTable("evidence")
    .set({ body: null, salt: null, person: null, actor: null })
    .where("person", "=", person)
    .execute();
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const report = await ledger.verify(Buffer.concat(parts).toString("utf8"));
  expect(report).toMatchObject({ ok: true, rows: 5, erased: 5 });
});

test("changed content of a sealed row is found, with the row's number", async () => {
  await ledger.append(300);
  await ledger.sealAll();
  await ledger.tamper((db) =>
    db
      .updateTable("evidence")
      .set({ body: sql`jsonb_set(body, '{score}', '1')` })
      .where("seq", "=", 257)
      .execute(),
  );
  const report = await ledger.verify(await ledger.exportText());
  expect(report.ok).toBe(false);
  expect(report.faults.map(({ row, code }) => ({ row, code }))).toContainEqual({
    row: 257,
    code: "row-content",
  });
});

test("a changed time of a sealed row does not lead to the signed root", async () => {
  await ledger.append(300);
  await ledger.sealAll();
  await ledger.tamper((db) =>
    db
      .updateTable("evidence")
      .set({ at: new Date("2020-01-01T00:00:00.000Z") })
      .where("seq", "=", 12)
      .execute(),
  );
  expect((await ledger.verify(await ledger.exportText())).ok).toBe(false);
});
