import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrationsFolder } from "../platform/folders.ts";
import { loadMasterKey } from "../platform/master-key.ts";
import { migrate, readMigrations } from "../platform/migrate.ts";
import { startPostgres } from "../platform/postgres/start-postgres.ts";
import type { TestRun } from "./test-installation.ts";

const script = `
  import { readConfig } from "./platform/config.ts";
  import { runMaintenance } from "./maintenance/run-maintenance.ts";
  import { processIo } from "./maintenance/process-io.ts";
  const [command, ...args] = process.argv.slice(1);
  process.exitCode = await runMaintenance(command, args, readConfig(process.env), processIo());`;

/** As the command line runs it: a process of its own, with nothing but its environment. */
const run = (dataDir: string, ...args: readonly string[]): Promise<TestRun> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--input-type=module", "--eval", script, "--", ...args],
      {
        cwd: join(import.meta.dirname, ".."),
        env: { CHECKRIDE_DATA: dataDir, PORT: "0", PATH: "/usr/bin:/bin" },
      },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride embedded "));
  // Under root: so that the database lies inside and goes with the folder.
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an installation with the embedded PostgreSQL", () => {
  it("is backed up while it runs, restored into a fresh folder, and found sound there", async () => {
    const dataDir = join(folder, "running");
    const log = { info: () => undefined, warn: () => undefined };
    const started = await startPostgres({ dataDir, log, now: new Date() });
    if (!started.ok) throw new Error(started.error.sentence);
    const file = join(folder, "running.backup");
    await migrate(started.value.settings, await readMigrations(migrationsFolder()));
    await loadMasterKey(dataDir, null);
    const backedUp = await run(dataDir, "backup", "--out", file);
    const refused = await run(dataDir, "restore", file);
    const looked = await run(dataDir, "doctor", "--json");
    await started.value.stop();
    expect([backedUp.code, backedUp.err]).toEqual([0, ""]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("server is running")]);
    expect(looked.out).toContain("A running Checkride holds it");

    const fresh = join(folder, "fresh");
    const restored = await run(dataDir, "restore", file, "--into", fresh);
    expect([restored.code, restored.err]).toEqual([0, ""]);
    expect((await run(fresh, "restore", file)).err).toContain("There is data in");
    const sound = await run(fresh, "doctor", "--json");
    expect(JSON.parse(sound.out)).toMatchObject({ ok: true, healthy: true });

    const stopped = await run(fresh, "backup", "--out", join(folder, "stopped.backup"));
    expect([stopped.code, stopped.err]).toEqual([0, ""]);
  });

  it("is not made by looking for it", async () => {
    const none = join(folder, "none");
    const backedUp = await run(none, "backup", "--out", join(folder, "none.backup"));
    expect([backedUp.code, backedUp.err]).toEqual([1, expect.stringContaining("no installation")]);
    expect((await run(none, "doctor", "--json")).out).toContain("is not there yet");
  });
});
