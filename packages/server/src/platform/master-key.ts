import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Seals what must not lie readable in the database or in a backup of it. */
export type Vault = {
  readonly seal: (plain: Uint8Array) => Buffer;
  /** Null when it was sealed with another key or was changed. */
  readonly open: (sealed: Uint8Array) => Buffer | null;
};

const nonceBytes = 12;
const tagBytes = 16;

export const makeVault = (key: Uint8Array): Vault => ({
  seal: (plain) => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  },
  open: (sealed) => {
    const bytes = Buffer.from(sealed);
    if (bytes.length < nonceBytes + tagBytes) return null;
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      return Buffer.concat([
        decipher.update(bytes.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]);
    } catch {
      return null;
    }
  },
});

export const masterKeyFile = (dataDir: string): string => join(dataDir, "master.key");

export const isMasterKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text.trim());

const readKey = async (path: string): Promise<Buffer | null> => {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  if (!isMasterKey(text)) {
    throw new Error(
      `${path} does not hold a master key (64 hex digits). Restore it from a backup.`,
    );
  }
  return Buffer.from(text.trim(), "hex");
};

/** From the environment, else from a file that is made at the first start. Two first starts agree on one. */
export const loadMasterKey = async (dataDir: string, secretHex: string | null): Promise<Buffer> => {
  if (secretHex) return Buffer.from(secretHex, "hex");
  await mkdir(dataDir, { recursive: true });
  const path = masterKeyFile(dataDir);
  const known = await readKey(path);
  if (known) return known;
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  await chmod(draft, 0o600);
  // A hard link fails when the name exists, so the slower of two first starts takes the other's key.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(draft);
  const made = await readKey(path);
  if (!made) throw new Error(`${path} could not be written.`);
  return made;
};
