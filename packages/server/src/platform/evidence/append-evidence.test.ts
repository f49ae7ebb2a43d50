import { commit, leafHash, makeEntry } from "@checkride/ledger/entry";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseHandle, openDatabase } from "../database.ts";
import { newId } from "../ids.ts";
import { createTestDatabase } from "../test-database.ts";
import { appendEvidence, type NewEvidence } from "./append-evidence.ts";

let handle: DatabaseHandle;
beforeAll(async () => {
  handle = openDatabase((await createTestDatabase()).settings, 4);
});
afterAll(() => handle.close());

const at = new Date("2026-05-03T09:30:00.000Z");

const addPerson = async (): Promise<string> => {
  const id = newId(at);
  await handle.db
    .insertInto("person")
    .values({
      id,
      name: "Somebody",
      roles: ["learner"],
      startedAt: at,
      createdAt: at,
      updatedAt: at,
      attributes: "{}",
    })
    .execute();
  return id;
};

const passed = (person: string | null, kind = "activity.passed"): NewEvidence => ({
  kind,
  person,
  actor: null,
  body: { activity: "lab/L17", score: 0.9 },
  at,
});

const marks = () => handle.db.selectFrom("standingStale").select("personId").execute();

test.each([1, 3])("of %i facts each can be proved from what was stored", async (count) => {
  const person = await addPerson();
  const ids = await appendEvidence(
    handle.db,
    Array.from({ length: count }, () => passed(person)),
  );
  const rows = await handle.db.selectFrom("evidence").selectAll().where("id", "in", ids).execute();
  expect(rows).toHaveLength(count);
  for (const row of rows) {
    const record = { person, actor: null, body: { activity: "lab/L17", score: 0.9 } };
    const commitment = commit(record, row.salt ?? Buffer.alloc(0));
    expect(commitment).toEqual({ ok: true, value: row.commitment.toString("hex") });
    const { id, kind } = row;
    const entry = makeEntry({
      id,
      at: row.at.toISOString(),
      kind,
      commitment: row.commitment.toString("hex"),
    });
    expect(entry.ok && leafHash(entry.value)).toBe(row.leaf.toString("hex"));
  }
});

test("a person with new evidence is marked once, whatever was marked before", async () => {
  const person = await addPerson();
  await appendEvidence(handle.db, [passed(person)]);
  await appendEvidence(handle.db, [passed(person), passed(person)]);
  expect((await marks()).filter((mark) => mark.personId === person)).toHaveLength(1);
});

test("decisions, sessions, tokens and exports mark nobody, known or not", async () => {
  const before = await marks();
  const stranger = newId(at);
  const kinds = ["gate.decided", "session.opened", "access-token.made", "ledger.exported"];
  for (const kind of kinds) await appendEvidence(handle.db, [passed(stranger, kind)]);
  await appendEvidence(
    handle.db,
    kinds.map((kind) => passed(stranger, kind)),
  );
  expect(await marks()).toEqual(before);
});

test("a transaction that is rolled back leaves neither evidence nor mark", async () => {
  const person = await addPerson();
  const undone = handle.db.transaction().execute(async (tx) => {
    await appendEvidence(tx, [passed(person)]);
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  const rows = await handle.db
    .selectFrom("evidence")
    .select("id")
    .where("person", "=", person)
    .execute();
  expect(rows).toEqual([]);
  expect((await marks()).some((mark) => mark.personId === person)).toBe(false);
});

test("two writers who touch the same people in opposite order both finish", async () => {
  const [a, b] = [await addPerson(), await addPerson()];
  const write = (people: readonly string[]) =>
    handle.db.transaction().execute((tx) =>
      appendEvidence(
        tx,
        people.map((one) => passed(one)),
      ),
    );
  const rounds = Array.from({ length: 20 }, () => [write([a, b]), write([b, a])]).flat();
  await expect(Promise.all(rounds)).resolves.toHaveLength(40);
});

test("a fact that cannot be proved is refused before anything is written", async () => {
  const faulty = { ...passed(null), kind: "" };
  await expect(appendEvidence(handle.db, [passed(null), faulty])).rejects.toThrow("kind");
});
