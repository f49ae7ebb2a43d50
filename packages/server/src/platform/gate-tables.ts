import type { ColumnType, JSONColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type GateOpeningTable = {
  id: Kept<string>;
  gate: Kept<string>;
  personId: Kept<string>;
  reason: string;
  minutes: Kept<number>;
  askedBy: Kept<string>;
  askedAt: Kept<Date>;
  approvedBy: string | null;
  approvedAt: Date | null;
  endsAt: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
  endedWhy: "time" | "by-hand" | "not-approved" | null;
};

export type ForgeKind = "github" | "gitlab";

export type ForgeTable = {
  id: Kept<string>;
  kind: ForgeKind;
  url: string;
  clientId: string;
  clientSecretSealed: Buffer;
  createdAt: Kept<Date>;
};

export type ForgeAccountTable = {
  forge: Kept<string>;
  accountId: Kept<string>;
  personId: string;
  login: string | null;
  how: "signed-in" | "imported";
  linkedBy: string | null;
  linkedAt: Date;
};

export type ForgeSignInTable = {
  stateHash: Kept<Buffer>;
  forge: Kept<string>;
  sessionId: Kept<string>;
  verifierSealed: Kept<Buffer>;
  expiresAt: Kept<Date>;
};

/** Repositories by their path, `*` for any one part of it, and the gates that their pipelines may ask. */
export type AllowedRepository = {
  readonly repository: string;
  /** Its number; a path can be given up and taken by somebody else. */
  readonly id: string | null;
  readonly gates: readonly string[];
  /** Whether a pipeline of a change that is not merged yet may ask. */
  readonly pullRequests: boolean;
};

export type CiIssuerTable = {
  id: Kept<string>;
  kind: ForgeKind;
  issuer: string;
  audience: string | null;
  forge: string;
  allowed: JSONColumnType<readonly AllowedRepository[], string, string>;
  createdAt: Kept<Date>;
};

export type CiTokenUseTable = {
  tokenHash: Kept<Buffer>;
  gate: Kept<string>;
  firstAt: Kept<Date>;
  uses: number;
};

export type GateTables = {
  gateOpening: GateOpeningTable;
  forge: ForgeTable;
  forgeAccount: ForgeAccountTable;
  forgeSignIn: ForgeSignInTable;
  ciIssuer: CiIssuerTable;
  ciTokenUse: CiTokenUseTable;
};
