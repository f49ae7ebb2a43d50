import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { processesIn } from "./leftover-processes.ts";
import { binary, locateBinaries } from "./locate-binaries.ts";
import { canExecute, defaultAccount } from "./service-account.ts";
import { shareBinaries } from "./shared-place.ts";
import {
  ask,
  canRunAsOrdinaryUser,
  faultOf,
  isRoot,
  makeFolder,
  ordinaryUser,
  spawnOwner,
  start,
  tryStart,
  until,
} from "./test-support.ts";

// Each test makes real clusters; a busy machine may need its time for them.
vi.setConfig({ testTimeout: 90_000 });

const quiet = { info: () => undefined, warn: () => undefined };

const located = async () => {
  const found = await locateBinaries();
  if (!found.ok) throw new Error(found.error.sentence);
  return found.value;
};

/** A data folder that only root may reach, as `$(mktemp -d)/c/data` is, and a shared place that all may. */
const makeClosed = async () => {
  const closed = await makeFolder(0o700);
  const sharedPlace = join(await makeFolder(), "shared");
  return { dataDir: join(closed, "c", "data"), sharedPlace };
};

// Only root can run a program as another account.
describe.skipIf(!isRoot)("under root", () => {
  test("PostgreSQL runs as another account", async () => {
    const dataDir = join(await makeFolder(), "data");
    await start(dataDir);
    const [one] = await processesIn(dataDir);
    const account = await defaultAccount();
    expect((await stat(`/proc/${one?.pid}`)).uid).toBe(account?.uid);
  });

  test("a data folder closed to that account keeps its database in the shared place", async () => {
    const { dataDir, sharedPlace } = await makeClosed();
    const { result, lines } = await tryStart(dataDir, { sharedPlace });
    if (!result.ok) throw new Error(result.error.sentence);
    await ask(result.value.settings, "create table kept as select 7 as n");
    expect(lines.filter((line) => line.includes("the database is kept in"))).toHaveLength(1);
    expect(await faultOf(dataDir, { sharedPlace })).toMatchObject({ kind: "data-folder-in-use" });
    await result.value.stop();

    const again = await start(dataDir, { sharedPlace });
    expect(await ask(again.settings, "select n from kept")).toEqual([{ n: 7 }]);
    // Its mode is the owner's business.
    expect((await stat(join(dataDir, "..", ".."))).mode & 0o777).toBe(0o700);
  });

  test("a deleted data folder never brings its old database back", async () => {
    const { dataDir, sharedPlace } = await makeClosed();
    const first = await start(dataDir, { sharedPlace });
    await ask(first.settings, "create table kept as select 7 as n");
    await first.stop();
    await rm(dataDir, { recursive: true });
    const { result } = await tryStart(dataDir, { sharedPlace });
    if (!result.ok) throw new Error(result.error.sentence);
    await expect(ask(result.value.settings, "select n from kept")).rejects.toThrow(
      /does not exist/,
    );
    expect(await readdir(join(sharedPlace, "clusters"))).toHaveLength(2);
  });

  test("a lost or foreign cluster is a fault, not an empty database", async () => {
    const { dataDir, sharedPlace } = await makeClosed();
    await (await start(dataDir, { sharedPlace })).stop();
    const [name = ""] = await readdir(join(sharedPlace, "clusters"));
    const owner = join(sharedPlace, "clusters", name, "belongs-to.json");
    const text = await readFile(owner, "utf8");
    await writeFile(
      owner,
      text.replace(
        /"id":"\w/,
        (found) => `${found.slice(0, -1)}${found.endsWith("0") ? "1" : "0"}`,
      ),
    );
    expect((await faultOf(dataDir, { sharedPlace })).sentence).toContain("belongs to another");
    await rm(join(sharedPlace, "clusters", name), { recursive: true });
    const fault = await faultOf(dataDir, { sharedPlace });
    expect(fault.remedy).toContain("begin with an empty database");
  });

  test("a copied data folder does not run the original's database; a moved one keeps its own", async () => {
    const { dataDir, sharedPlace } = await makeClosed();
    const first = await start(dataDir, { sharedPlace });
    await first.stop();
    const copied = `${dataDir} copied`;
    await cp(dataDir, copied, { recursive: true });
    const fault = await faultOf(copied, { sharedPlace });
    expect(fault.sentence).toContain(`is a copy of ${dataDir}`);
    expect(fault.remedy).toContain("checkride backup");
    await rm(dataDir, { recursive: true });
    const moved = await start(copied, { sharedPlace });
    expect(await ask(moved.settings, "select 1 as n")).toEqual([{ n: 1 }]);
    await moved.stop();
    await cp(copied, dataDir, { recursive: true });
    expect((await faultOf(dataDir, { sharedPlace })).sentence).toContain(`is a copy of ${copied}`);
  });

  test("programs out of that account's reach are copied once to where it can run them", async () => {
    const closed = await makeFolder(0o700);
    const sharedPlace = join(await makeFolder(), "shared");
    const source = await located();
    const account = await defaultAccount();
    await cp(source.root, join(closed, "native"), { recursive: true, verbatimSymlinks: true });
    const unreachable = { ...source, root: join(closed, "native") };
    expect(await canExecute(account, binary(unreachable, "postgres"))).toBe(false);
    // Two processes of a first start may come at the same time.
    const both = await Promise.all([
      shareBinaries(unreachable, sharedPlace, quiet),
      shareBinaries(unreachable, sharedPlace, quiet),
    ]);
    for (const shared of both) {
      expect(shared.ok && (await canExecute(account, binary(shared.value, "postgres")))).toBe(true);
    }
    expect(await readdir(sharedPlace)).toEqual([`postgres-${source.version}`]);
  });

  test("programs that somebody else could have changed are not run", async () => {
    const sharedPlace = join(await makeFolder(), "shared");
    await mkdir(sharedPlace);
    const source = await located();
    await chmod(sharedPlace, 0o777);
    expect(await shareBinaries(source, sharedPlace, quiet)).toMatchObject({ ok: false });
    await chmod(sharedPlace, 0o755);
    await chown(sharedPlace, ordinaryUser.uid, ordinaryUser.gid);
    expect(await shareBinaries(source, sharedPlace, quiet)).toMatchObject({ ok: false });
  });

  test("a shared place that cannot be made is named with what to do", async () => {
    const { dataDir } = await makeClosed();
    const sharedPlace = join(await makeFolder(), "a-file", "shared");
    await writeFile(join(sharedPlace, ".."), "");
    const fault = await faultOf(dataDir, { sharedPlace });
    expect(fault.sentence).toContain(sharedPlace);
    expect(fault.remedy).toContain("ordinary user");
  });
});

// From a checkout that only root may enter, an ordinary user could not even read the sources.
describe.skipIf(!canRunAsOrdinaryUser)("as an ordinary user", () => {
  const makeTheirs = async () => {
    const folder = await makeFolder(0o700);
    await chown(folder, ordinaryUser.uid, ordinaryUser.gid);
    return join(folder, "data");
  };

  test("everything belongs to that user, and root can go on with it", async () => {
    const dataDir = await makeTheirs();
    const owner = spawnOwner(dataDir, ordinaryUser);
    await owner.says(/^20$/);
    const [one] = await processesIn(dataDir);
    expect((await stat(`/proc/${one?.pid}`)).uid).toBe(ordinaryUser.uid);
    await owner.killed();
    const { settings } = await start(dataDir);
    const [row] = await ask(settings, "select count(*)::int as n from kept");
    expect(row?.["n"]).toBeGreaterThanOrEqual(20);
  });

  test("a folder without the right to write is a fault", async () => {
    const folder = await mkdtemp(join(tmpdir(), "checkride-pg-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await chmod(folder, 0o755);
    const owner = spawnOwner(join(folder, "data"), ordinaryUser);
    expect(await owner.says(/./)).toMatch(/^data-folder-not-writable .* may not write there/);
  });

  test("a database made under root is named as such", async () => {
    const dataDir = await makeTheirs();
    await mkdir(join(dataDir, "postgres"), { recursive: true });
    await chown(dataDir, ordinaryUser.uid, ordinaryUser.gid);
    const owner = spawnOwner(dataDir, ordinaryUser);
    await until("it has spoken", async () => owner.said.length > 0);
    expect(owner.said[0]).toMatch(
      /^data-folder-not-writable .*belongs to another account \(uid 0\)/,
    );
  });
});
