import { z } from "zod";

// A backup is one gzip file (RFC 1952, several members in a row): a header line, the master key's line if it
// is in it, the rows of each table as PostgreSQL's COPY writes them, and a trailer line. The trailer vouches
// for the header, the header for everything else: a file that was cut or changed is known before it is used.

export const backupFormat = "checkride-backup";
export const backupVersion = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const backedUpTable = z.strictObject({
  name: z.string().min(1),
  columns: z.array(z.string().min(1)).min(1),
  rows: count,
  bytes: count,
  sha256: hash,
});
export type BackedUpTable = z.infer<typeof backedUpTable>;

export const backupHeader = z.strictObject({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  product: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ number: count, name: z.string(), hash })).min(1),
  /** In the order in which rows may be written: a table after all that it refers to. */
  tables: z.array(backedUpTable).min(1),
  /** Of the master key's line, when the file holds it. */
  masterKeySha256: hash.nullable(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const backupTrailer = z.strictObject({
  end: z.literal(backupFormat),
  headerSha256: hash,
});
