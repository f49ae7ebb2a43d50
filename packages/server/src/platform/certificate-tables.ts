import type { ColumnType, Generated } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type CertificateEnd = "expired" | "renewed" | "withdrawn" | "revoked";

export type CertificateTable = {
  id: Kept<string>;
  /** Null: erased. */
  personId: string | null;
  certificate: Kept<string>;
  title: Kept<string>;
  policyVersion: Kept<number>;
  ruleHash: Kept<string>;
  validFrom: Kept<Date>;
  validUntil: Kept<Date>;
  statusList: Kept<number>;
  statusIndex: Kept<number>;
  issuedEvidence: Kept<string>;
  evidence: string[];
  replaces: Kept<string | null>;
  salt: string | null;
  showName: Generated<boolean>;
  issuedAt: Kept<Date>;
  endedAt: Date | null;
  endKind: CertificateEnd | null;
  endReason: string | null;
  voidSince: Date | null;
  credential: string | null;
  jwt: string | null;
};

export type CertificateTables = { certificate: CertificateTable };
