import { spawn } from "node:child_process";
import { once } from "node:events";
import { verifyInclusion } from "@checkride/ledger/verify-proof";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeLog } from "../../platform/log.ts";
import { makeVault } from "../../platform/master-key.ts";
import { takeAway } from "../../platform/test-outage.ts";
import { countWaiting, newestCheckpoint } from "./ledger-store.ts";
import { proveEvidence } from "./prove-evidence.ts";
import { seal } from "./seal.ts";
import { makeReadSigner } from "./signing-key.ts";
import { startSealer } from "./start-sealer.ts";
import { makeTestLedger, start, type TestLedger } from "./test-ledger.ts";

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await makeTestLedger();
});
afterEach(async () => {
  await ledger.handle.close();
  await ledger.database.drop();
});

const places = async (): Promise<(number | null)[]> => {
  const rows = await ledger.db
    .selectFrom("evidence")
    .select("seq")
    .orderBy("seq")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.seq);
};

const upTo = (size: number) => Array.from({ length: size }, (_, n) => n);

describe("sealing", () => {
  test("gives each row one place without gaps and signs the whole", async () => {
    await ledger.append(300);
    await ledger.sealAll();
    await ledger.append(5);
    await ledger.sealAll();
    expect(await places()).toEqual(upTo(305));
    const report = await ledger.verify(await ledger.exportText());
    expect(report).toMatchObject({ ok: true, complete: true, rows: 305, size: 305 });
  });

  test("does nothing when nothing waits", async () => {
    expect(await seal(ledger)).toEqual({ ok: true, value: { sealed: 0, more: false } });
    expect(await newestCheckpoint(ledger.db)).toBeNull();
  });

  test("goes on when the clock was set back", async () => {
    await ledger.append(10, new Date("2026-06-01T00:00:00.000Z"));
    await ledger.sealAll();
    await ledger.append(10, new Date("2020-01-01T00:00:00.000Z"));
    await ledger.sealAll();
    const report = await ledger.verify(await ledger.exportText());
    expect(report).toMatchObject({ ok: true, rows: 20 });
    expect(report.notes.map((note) => note.code)).toContain("clock-set-back");
  });

  test("by several at once gives every place once", async () => {
    for (let n = 0; n < 8; n++) await ledger.append(60);
    const rounds = upTo(6).map(async () => {
      for (let n = 0; n < 4; n++) await seal(ledger);
    });
    await Promise.all(rounds);
    await ledger.sealAll();
    expect(await places()).toEqual(upTo(480));
    expect(await ledger.verify(await ledger.exportText())).toMatchObject({ ok: true, size: 480 });
  });

  test("keeps the ledger's name and key, and needs the master key it was made with", async () => {
    const first = await ledger.readSigner(ledger.db);
    expect(first.name).toMatch(/^checks\.example\/ledger\/[0-9a-f]{8}$/);
    const vault = makeVault(ledger.masterKey);
    const moved = makeReadSigner({ vault, host: "new.example", clock: ledger.clock });
    expect((await moved(ledger.db)).vkey).toBe(first.vkey);
    const other = makeVault(Buffer.alloc(32));
    const stranger = makeReadSigner({ vault: other, host: null, clock: ledger.clock });
    await expect(stranger(ledger.db)).rejects.toThrow("master key");
  });
});

describe("sealing stops over a change", () => {
  const refused = async (change: () => Promise<unknown>): Promise<string> => {
    await ledger.append(300);
    await ledger.sealAll();
    await ledger.append(1);
    await ledger.tamper(change);
    const before = await newestCheckpoint(ledger.db);
    const done = await seal(ledger);
    expect(await newestCheckpoint(ledger.db)).toEqual(before);
    expect(await countWaiting(ledger.db)).toBe(1);
    return done.ok ? "" : done.error.says;
  };

  test("of a tile", async () => {
    const hashes = Buffer.alloc(44 * 32, 7);
    const says = await refused(() =>
      ledger.db
        .updateTable("tile")
        .set({ hashes })
        .where("level", "=", 0)
        .where("index", "=", 1)
        .execute(),
    );
    expect(says).toContain("the tiles give");
  });

  test("of a checkpoint's text", async () => {
    const says = await refused(() =>
      ledger.db.updateTable("checkpoint").set({ note: sql`replace(note, '300', '299')` }).execute(),
    );
    expect(says).toContain("not signed");
  });

  test("of the number of sealed rows", async () => {
    const says = await refused(() =>
      ledger.db.deleteFrom("evidence").where("seq", "=", 299).execute(),
    );
    expect(says).toContain("299 rows have a place");
  });

  test("of a row that waits", async () => {
    const says = await refused(() =>
      ledger.db
        .updateTable("evidence")
        .set({ kind: "activity.passed.twice" })
        .where("seq", "is", null)
        .execute(),
    );
    expect(says).toContain("was changed");
  });
});

test("the loop seals what comes, through an outage and after it", async () => {
  const sealer = startSealer({ ...ledger, log: makeLog("silent") });
  await ledger.append(3);
  await until(async () => (await countWaiting(ledger.db)) === 0);
  const bringBack = await takeAway(ledger.database);
  await expect(ledger.append(1)).rejects.toThrow();
  await bringBack();
  await ledger.append(4);
  await until(async () => (await countWaiting(ledger.db)) === 0);
  await sealer.stop();
  expect(sealer.fault()).toBeNull();
  expect(await places()).toEqual(upTo(7));
}, 60_000);

test("a sealer killed at any moment leaves a whole tree behind", async () => {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const program = `
    import { openDatabase } from ${here("../../platform/database.ts")};
    import { makeVault } from ${here("../../platform/master-key.ts")};
    import { makeReadSigner } from ${here("./signing-key.ts")};
    import { seal } from ${here("./seal.ts")};
    const { db } = openDatabase(${JSON.stringify(ledger.database.settings)}, 2);
    const clock = () => new Date();
    const vault = makeVault(Buffer.from("${ledger.masterKey.toString("hex")}", "hex"));
    const readSigner = makeReadSigner({ vault, host: null, clock });
    console.log("begun");
    for (;;) await seal({ db, readSigner, clock });`;
  await ledger.readSigner(ledger.db);
  for (const lifeMs of [3, 11, 23, 41]) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const writing = (async () => {
      for (let n = 0; n < 12; n++) await ledger.append(150);
    })();
    setTimeout(() => child.kill("SIGKILL"), lifeMs);
    await Promise.all([once(child, "exit"), writing]);
  }
  await ledger.sealAll();
  expect(await places()).toEqual(upTo(4 * 12 * 150));
  const report = await ledger.verify(await ledger.exportText());
  expect(report).toMatchObject({ ok: true, size: 4 * 12 * 150 });
}, 60_000);

test("a change to a sealed row shows in its proof", async () => {
  const [id = ""] = await ledger.append(1, start);
  await ledger.append(20);
  await ledger.sealAll();
  const verdict = async (): Promise<boolean> => {
    const proof = await proveEvidence(ledger.db, ledger.readSigner, id);
    if (!proof.ok) throw new Error(proof.error.detail);
    const { row, size, leaf, inclusion, root } = proof.value;
    return verifyInclusion({ index: row.seq ?? -1, size, leaf, proof: inclusion, root });
  };
  expect(await verdict()).toBe(true);
  await ledger.tamper((db) =>
    db
      .updateTable("evidence")
      .set({ leaf: Buffer.alloc(32) })
      .where("id", "=", id)
      .execute(),
  );
  expect(await verdict()).toBe(false);
});

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds().catch(() => false))) await new Promise((go) => setTimeout(go, 20));
};
