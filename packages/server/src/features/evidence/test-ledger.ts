import { randomBytes } from "node:crypto";
import type { ExportReport } from "@checkride/ledger/export-report";
import { verifyExport } from "@checkride/ledger/verify-export";
import { sql } from "kysely";
import { type Database, type DatabaseHandle, openDatabase } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { newId } from "../../platform/ids.ts";
import { makeVault } from "../../platform/master-key.ts";
import { createTestDatabase, type TestDatabase } from "../../platform/test-database.ts";
import { exportLedger } from "./export-ledger.ts";
import { type SealDeps, seal } from "./seal.ts";
import { makeReadSigner } from "./signing-key.ts";
import type { Filter } from "./store.ts";

export const everything: Filter = { kind: null, person: null, from: null, to: null };
export const start = new Date("2026-05-03T09:30:00.000Z");
export const actor = "01970000-0000-7000-8000-000000000001";

export type TestLedger = SealDeps & {
  readonly database: TestDatabase;
  readonly handle: DatabaseHandle;
  readonly masterKey: Buffer;
  readonly append: (count: number, at?: Date, person?: string | null) => Promise<readonly string[]>;
  readonly sealAll: () => Promise<void>;
  readonly exportText: (filter?: Filter) => Promise<string>;
  readonly verify: (text: string) => Promise<ExportReport>;
  /** What a superuser could do to the database behind the product's back. */
  readonly tamper: (change: (db: Database) => Promise<unknown>) => Promise<void>;
};

export const makeTestLedger = async (): Promise<TestLedger> => {
  const database = await createTestDatabase();
  const handle = openDatabase(database.settings, 6);
  const { db } = handle;
  const masterKey = randomBytes(32);
  const clock = () => start;
  const readSigner = makeReadSigner({ vault: makeVault(masterKey), host: "checks.example", clock });
  const deps = { db, readSigner, clock };
  return {
    ...deps,
    database,
    handle,
    masterKey,
    append: (count, at = start, person = null) =>
      appendEvidence(
        db,
        Array.from({ length: count }, (_, n) => ({
          kind: n % 3 === 0 ? "lesson.read" : "activity.passed",
          person,
          actor: null,
          body: { activity: `lab/L${n}`, score: 0.9 },
          at,
        })),
      ),
    sealAll: async () => {
      for (let more = true; more; ) {
        const done = await seal(deps);
        if (!done.ok) throw new Error(done.error.says);
        more = done.value.more;
      }
    },
    exportText: async (filter = everything) => {
      const { chunks } = await exportLedger(db, readSigner, { filter, actor, now: start });
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      return Buffer.concat(parts).toString("utf8");
    },
    verify: async (text) => {
      const { vkey } = await readSigner(db);
      return verifyExport(bytesOf(text), { vkey });
    },
    tamper: async (change) => {
      await sql`alter table evidence disable trigger evidence_immutable`.execute(db);
      await change(db);
      await sql`alter table evidence enable trigger evidence_immutable`.execute(db);
    },
  };
};

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

export const addTestPerson = async (db: Database, name: string): Promise<string> => {
  const id = newId(start);
  await db
    .insertInto("person")
    .values({
      id,
      name,
      roles: ["learner"],
      attributes: "{}",
      startedAt: start,
      createdAt: start,
      updatedAt: start,
    })
    .execute();
  return id;
};
