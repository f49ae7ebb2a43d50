import type { Answer } from "./answer.ts";
import type { BackupHeader } from "./backup-format.ts";
import type { KeyFit } from "./restore-key.ts";

export type Restored = {
  readonly header: BackupHeader;
  readonly keyFit: KeyFit;
  readonly keyWritten: boolean;
  /** Newer steps of the database that were taken after loading. */
  readonly migrated: readonly string[];
  readonly sealed: number;
  readonly where: string;
  readonly dataDir: string;
};

const count = (value: number): string => value.toLocaleString("en");

const keyFault = ({ keyFit, dataDir }: Restored): Answer["complaint"] => {
  if (keyFit === "opens" || keyFit === "nothing-to-open") return undefined;
  const why =
    keyFit === "missing"
      ? "the master key is missing, because the backup was made without it"
      : "the master key that is in force here is not the one of this installation";
  return {
    code: `master-key-${keyFit}`,
    says: `Everything is restored, but ${why}: the ledger can be read and verified, not signed on.`,
    wayOut: `Put the old master.key into ${dataDir} (mode 0600) or set CHECKRIDE_SECRET, before you start Checkride.`,
  };
};

export const describeRestored = (restored: Restored): Answer => {
  const { header, keyWritten, migrated, sealed, where } = restored;
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  const fault = keyFault(restored);
  return {
    exit: fault ? "negative" : "ok",
    lines: [
      `Restored into ${where}: ${count(rows)} rows of ${header.tables.length} tables, as they were on ${header.createdAt}.`,
      "Every table was read back and compared with the backup.",
      sealed === 0
        ? "The ledger has no sealed rows."
        : `The ledger was recomputed: ${count(sealed)} rows give the root of its newest signed checkpoint.`,
      ...(keyWritten ? ["The master key is in its place."] : []),
      ...migrated.map((name) => `Brought up to this version: ${name}`),
      "Jobs that were queued are not in a backup: standings are computed anew, running imports have to be started again.",
    ],
    json: {
      into: where,
      rows,
      sealed,
      createdAt: header.createdAt,
      masterKey: restored.keyFit,
      migrated,
      tables: header.tables,
    },
    ...(fault && { complaint: fault }),
  };
};
