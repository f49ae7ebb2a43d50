import { verifyConsistency } from "@checkride/ledger/verify-proof";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";
import { listEvidence } from "./list-evidence.ts";
import { proveEvidence } from "./prove-evidence.ts";
import { proveConsistency, showLedger } from "./show-ledger.ts";
import {
  addTestPerson,
  everything,
  makeTestLedger,
  start,
  type TestLedger,
} from "./test-ledger.ts";

let ledger: TestLedger;
let person: string;
const later = new Date(start.getTime() + 60_000);

beforeAll(async () => {
  ledger = await makeTestLedger();
  person = await addTestPerson(ledger.db, "Ada Somebody");
  await ledger.append(30);
  await ledger.sealAll();
  await ledger.append(12, later, person);
});
afterAll(() => ledger.handle.close());

const pages = async (filter = everything, limit = 7) => {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await listEvidence(ledger.db, filter, { cursor, limit });
    if (!page.ok) throw new Error(page.error.detail);
    items.push(...page.value.items);
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
};

describe("the list of evidence", () => {
  test("shows each fact once, the newest first, over all pages", async () => {
    const items = await pages();
    expect(items).toHaveLength(42);
    expect(new Set(items.map((item) => item.id)).size).toBe(42);
    const times = items.map((item) => item.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test("filters by kind, person and time, the end not included", async () => {
    const of = async (part: object) => (await pages({ ...everything, ...part })).length;
    expect(await of({ kind: "lesson.read" })).toBe(14);
    expect(await of({ person })).toBe(12);
    expect(await of({ person, kind: "lesson.read" })).toBe(4);
    expect(await of({ from: later })).toBe(12);
    expect(await of({ to: later })).toBe(30);
    expect(await of({ kind: "nothing.such" })).toBe(0);
  });

  test("names people and says what waits for its seal", async () => {
    const [newest] = await pages();
    expect(newest).toMatchObject({ person: { id: person, name: "Ada Somebody" }, seq: null });
  });

  test("says which kinds there are", async () => {
    const page = await listEvidence(ledger.db, everything, { cursor: undefined, limit: 1 });
    expect(page.ok && page.value.kinds).toEqual(["activity.passed", "lesson.read"]);
  });

  test("refuses a page marker that it did not give out", async () => {
    const page = await listEvidence(ledger.db, everything, { cursor: "nonsense", limit: 1 });
    expect(!page.ok && page.error.code).toBe("bad-cursor");
  });
});

test("a page marker survives its way out and back; any other text is refused or is one", () => {
  const date = fc.date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(date, fc.uuid(), (at, id) => {
      expect(readCursor(writeCursor({ at, id }))).toEqual({ ok: true, value: { at, id } });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readCursor(text);
      expect(read.ok ? writeCursor(read.value) : read.error).toBeTypeOf("string");
    }),
  );
});

describe("the ledger", () => {
  test("says its size, its key and what waits", async () => {
    const state = await showLedger(ledger.db, ledger.readSigner);
    expect(state).toMatchObject({ size: 30, waiting: 12, sealedAt: start.toISOString() });
    expect(state.checkpoint).toContain(state.origin);
  });

  test("has no proof yet for what waits, and says when to ask again", async () => {
    const [newest] = await pages();
    const proof = await proveEvidence(ledger.db, ledger.readSigner, newest?.id ?? "");
    expect(!proof.ok && proof.error).toMatchObject({ code: "not-sealed", retryAfterSeconds: 2 });
  });

  test("proves that it only grew", async () => {
    const answer = await proveConsistency(ledger.db, ledger.readSigner, { from: 7, to: undefined });
    if (!answer.ok) throw new Error(answer.error.detail);
    const { from, to, fromRoot, toRoot, proof } = answer.value;
    const claim = { olderSize: from, size: to, olderRoot: fromRoot, root: toRoot, proof };
    expect(to).toBe(30);
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, olderRoot: toRoot })).toBe(false);
  });

  test.each([
    [31, undefined, "query/from"],
    [5, 31, "query/to"],
    [9, 8, "query/from"],
  ])("proves no growth from %s to %s", async (from, to, where) => {
    const answer = await proveConsistency(ledger.db, ledger.readSigner, { from, to });
    expect(!answer.ok && answer.error).toMatchObject({
      code: "bad-input",
      faults: [{ in: where }],
    });
  });
});
