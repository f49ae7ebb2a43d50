import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGzip, gzipSync } from "node:zlib";
import type { Client } from "pg";
import type { BackedUpTable, BackupHeader } from "./backup-format.ts";
import { backupFormat } from "./backup-format.ts";
import { readRows, startTally } from "./copy-table.ts";
import type { TableShape } from "./table-catalogue.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const keyLine = (key: string): string => `${key}\n`;

/** Half of it are hashes, which do not become smaller; what does, does so quickly. */
const compression = { level: constants.Z_BEST_SPEED };

export type BackupOrder = {
  readonly client: Client;
  readonly shapes: readonly TableShape[];
  readonly path: string;
  readonly masterKey: string | null;
  readonly about: Pick<BackupHeader, "format" | "version" | "product" | "createdAt" | "migrations">;
  readonly progress: (line: string) => void;
  readonly signal?: AbortSignal;
};

/** The rows of all tables, one after the other; what they came to is put into `tables`. */
async function* allRows(order: BackupOrder, tables: BackedUpTable[]): AsyncGenerator<Uint8Array> {
  for (const shape of order.shapes) {
    const tally = startTally();
    order.progress(`backing up ${shape.name}`);
    for await (const chunk of readRows(shape, order.client)) {
      const bytes: Uint8Array = chunk;
      tally.add(bytes);
      yield bytes;
    }
    tables.push({ name: shape.name, columns: [...shape.columns], ...tally.total() });
  }
}

async function* wholeFile(header: BackupHeader, key: string | null, rowsFile: string) {
  const head = `${JSON.stringify(header)}\n`;
  yield gzipSync(head + (key === null ? "" : keyLine(key)));
  yield* createReadStream(rowsFile);
  const trailer = { end: backupFormat, headerSha256: sha256(head) };
  yield gzipSync(`${JSON.stringify(trailer)}\n`);
}

const newFile = (path: string) =>
  createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });

/**
 * Writes the backup under its name only once it is whole and on the disk. The rows go into a file beside it
 * first, because the header in front of them says how many there are.
 */
export const writeBackup = async (order: BackupOrder): Promise<BackupHeader> => {
  const { path, masterKey, signal } = order;
  const rowsFile = `${path}.${process.pid}.rows`;
  const part = `${path}.${process.pid}.part`;
  const until = signal ? { signal } : {};
  const tables: BackedUpTable[] = [];
  try {
    const rows = Readable.from(allRows(order, tables));
    await pipeline(rows, createGzip(compression), newFile(rowsFile), until);
    const header: BackupHeader = {
      ...order.about,
      tables,
      masterKeySha256: masterKey === null ? null : sha256(keyLine(masterKey)),
    };
    await pipeline(Readable.from(wholeFile(header, masterKey, rowsFile)), newFile(part), until);
    // A link fails where the name is taken; a rename would replace what was put there meanwhile.
    await link(part, path);
    const folder = await open(dirname(path), "r");
    await folder.sync();
    await folder.close();
    return header;
  } finally {
    await rm(rowsFile, { force: true });
    await rm(part, { force: true });
  }
};
