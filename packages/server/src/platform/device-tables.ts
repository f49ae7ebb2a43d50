import type { ColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type DeviceLoginTable = {
  code: Kept<string>;
  secretHash: Kept<Buffer>;
  device: Kept<string>;
  rights: Kept<string[]>;
  network: Kept<string>;
  askedAt: Kept<Date>;
  expiresAt: Kept<Date>;
  personId: string | null;
  tokenSealed: Buffer | null;
  refusedAt: Date | null;
};

export type DeviceTables = { deviceLogin: DeviceLoginTable };
