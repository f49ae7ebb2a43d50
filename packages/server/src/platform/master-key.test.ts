import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadMasterKey, makeVault, masterKeyFile } from "./master-key.ts";

describe("a vault", () => {
  const vault = makeVault(randomBytes(32));

  it("gives back what was sealed", () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (plain) => vault.open(vault.seal(plain))?.equals(plain) === true,
      ),
    );
  });

  it("opens nothing that was changed, cut or sealed with another key", () => {
    const sealed = vault.seal(Buffer.from("a secret"));
    const other = makeVault(randomBytes(32));
    expect(other.open(sealed)).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(vault.open(changed)).toBeNull();
      expect(vault.open(sealed.subarray(0, at))).toBeNull();
    }
  });
});

describe("the master key file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "checkride-key-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is made once, even by many first starts at the same time, and readable only by its owner", async () => {
    const dir = join(folder, "fresh");
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey(dir, null)));
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
    expect((await stat(masterKeyFile(dir))).mode & 0o777).toBe(0o600);
    expect(await readdir(dir)).toEqual(["master.key"]);
  });

  it("is not made when the environment gives the key", async () => {
    const dir = join(folder, "none");
    const key = await loadMasterKey(dir, "ab".repeat(32));
    expect(key.toString("hex")).toBe("ab".repeat(32));
    await expect(stat(masterKeyFile(dir))).rejects.toThrow();
  });

  it("refuses a damaged file with a sentence instead of making a new key over it", async () => {
    await writeFile(masterKeyFile(folder), "not a key");
    await expect(loadMasterKey(folder, null)).rejects.toThrow(/Restore it from a backup/);
  });
});
