import type { CodeRun } from "@checkride/api/given-answers";
import type { Answer, Marking } from "@checkride/rules/answer";
import type { Role, Tier } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Prose } from "@checkride/rules/prose";
import type { Standing, StandingState } from "@checkride/rules/standing";
import type { Taxonomy } from "@checkride/rules/threat-coverage";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { AssessmentTables } from "./assessment-tables.ts";
import type { CertificateTables } from "./certificate-tables.ts";
import type { ContentTables } from "./content-tables.ts";
import type { DeviceTables } from "./device-tables.ts";
import type { GateTables } from "./gate-tables.ts";
import type { GithubTables } from "./github-tables.ts";
import type { LabTables } from "./lab-tables.ts";
import type { WebhookTables } from "./webhook-tables.ts";

type Json = Readonly<Record<string, unknown>>;
type JsonColumn<T extends object | null> = JSONColumnType<T, string, string>;
type Kept<T> = ColumnType<T, T, never>;

export type OrganisationTable = {
  onlyOne: Generated<boolean>;
  name: string | null;
  setUpAt: Date | null;
  demo: Generated<boolean>;
  createdAt: Kept<Date>;
};

export type PersonTable = {
  id: Kept<string>;
  email: string | null;
  name: string;
  team: string | null;
  job: string | null;
  tier: Tier | null;
  roles: Role[];
  attributes: JsonColumn<Record<string, string[]>>;
  startedAt: Date;
  deactivatedAt: Date | null;
  erasedAt: Date | null;
  joinedAt: Date | null;
  erasedEmailMark: Buffer | null;
  version: Generated<number>;
  createdAt: Kept<Date>;
  updatedAt: Date;
  search: ColumnType<string, never, never>;
};

export type PasswordTable = { personId: string; hash: string; changedAt: Date };

export type PasskeyTable = {
  id: string;
  personId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Kept<Date>;
  lastUsedAt: Date | null;
};

export type ChallengeTable = {
  id: string;
  purpose: "sign-in" | "add-passkey";
  personId: string | null;
  challenge: string;
  expiresAt: Date;
};

export type SessionTable = {
  id: string;
  tokenHash: Buffer;
  personId: string;
  method: "link" | "password" | "passkey";
  device: string;
  createdAt: Kept<Date>;
  lastSeenAt: Date;
  expiresAt: Date;
};

export type OneTimeLinkTable = {
  id: string;
  tokenHash: Buffer;
  personId: string;
  purpose: "first-owner" | "invite";
  createdBy: string | null;
  createdAt: Kept<Date>;
  expiresAt: Date;
  usedAt: Date | null;
};

export type AccessTokenTable = {
  id: string;
  tokenHash: Buffer;
  name: string;
  scopes: string[];
  personId: string;
  createdAt: Kept<Date>;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

export type RateTable = { bucket: string; count: number; windowEndsAt: Date };

export type AnsweredRequestTable = {
  key: string;
  actor: string;
  operation: string;
  requestHash: Buffer;
  answer: Buffer;
  createdAt: Kept<Date>;
};

export type PeopleImportTable = {
  id: string;
  state: "faulty" | "ready" | "running" | "done" | "failed";
  createdBy: string | null;
  createdAt: Kept<Date>;
  summary: JsonColumn<Json>;
  rows: JSONColumnType<unknown[], string, string>;
  done: Generated<number>;
  added: Generated<string[]>;
  failure: string | null;
};

export type PolicyVersionTable = {
  version: number;
  text: string;
  hash: string;
  resolved: JsonColumn<Policy>;
  state: "proposed" | "in-force" | "superseded" | "withdrawn";
  note: string;
  baseVersion: number | null;
  proposedBy: string | null;
  proposedAt: Kept<Date>;
  appliedAt: Date | null;
  endedAt: Date | null;
};

export type PolicyApprovalTable = {
  version: number;
  personId: string;
  note: string;
  approvedAt: Date;
};

export type PersonStandingTable = {
  personId: string;
  rulesHash: string;
  standings: JsonColumn<readonly Standing[]>;
  computedAt: Date;
  changesAt: Date | null;
};

export type StandingTable = {
  personId: string;
  certificate: string;
  state: StandingState;
  required: boolean;
  holds: boolean;
  overdue: boolean;
  validUntil: Date | null;
};

export type StandingStaleTable = { personId: string; since: Date };

export type EvidenceTable = {
  id: string;
  at: Date;
  kind: string;
  person: string | null;
  actor: string | null;
  body: ColumnType<Json | null, string | null, string | null>;
  salt: Buffer | null;
  commitment: Buffer;
  leaf: Buffer;
  seq: number | null;
};

export type TileTable = { level: number; index: number; hashes: Buffer };
export type CheckpointTable = { size: number; root: Buffer; note: string; sealedAt: Date };

export type KeyPurpose = "ledger" | "credential-rs256" | "credential-ed25519";

export type SigningKeyTable = {
  id: string;
  purpose: KeyPurpose;
  name: string;
  publicKey: Buffer;
  privateKeySealed: Buffer;
  createdAt: Kept<Date>;
  retiredAt: Date | null;
};

export type GateAnswerTable = {
  gate: string;
  personId: string;
  fingerprint: string;
  recordedAt: Date;
  repeats: number;
};

export type WorkerLifeTable = { workerId: string; lockKey: number; startedAt: Date };

export type LessonProgressTable = {
  personId: string;
  lesson: string;
  seen: string[];
  atStep: string | null;
  answered: Generated<string[]>;
  draw: Generated<number>;
  drawn: string[] | null;
  visibleSeconds: Generated<number>;
  activeSeconds: Generated<number>;
  startedAt: Kept<Date>;
  touchedAt: Date;
  finishedAt: Date | null;
  finishedVersion: string | null;
};

/** Kept as it was marked, because marking it again would mean running it again. */
export type MarkedRun = { readonly run: CodeRun; readonly marking: Marking };

export type ExerciseAnswerTable = {
  personId: string;
  place: string;
  exercise: string;
  exerciseVersion: string;
  firstAnswer: JsonColumn<Answer>;
  firstRight: boolean;
  firstShare: number;
  firstAt: Date;
  latestAnswer: JsonColumn<Answer>;
  latestRun: JSONColumnType<MarkedRun | null, string | null, string | null>;
  latestAt: Date;
  tries: number;
};

export type LearningClockTable = { personId: string; beatAt: Date };

export type DocumentEditionTable = {
  document: string;
  sha256: string;
  version: number;
  title: string;
  text: string;
  prose: JSONColumnType<Prose & object, string, never>;
  signOff: string | null;
  since: Kept<Date>;
};

export type TaxonomyTable = {
  id: string;
  taxonomy: string;
  version: string;
  list: JsonColumn<Taxonomy>;
  loadedBy: string | null;
  loadedAt: Date;
};

export type Tables = AssessmentTables &
  CertificateTables &
  ContentTables &
  DeviceTables &
  GateTables &
  GithubTables &
  LabTables &
  WebhookTables & {
    organisation: OrganisationTable;
    person: PersonTable;
    password: PasswordTable;
    passkey: PasskeyTable;
    challenge: ChallengeTable;
    session: SessionTable;
    oneTimeLink: OneTimeLinkTable;
    accessToken: AccessTokenTable;
    rate: RateTable;
    answeredRequest: AnsweredRequestTable;
    peopleImport: PeopleImportTable;
    policyVersion: PolicyVersionTable;
    policyApproval: PolicyApprovalTable;
    personStanding: PersonStandingTable;
    standing: StandingTable;
    standingStale: StandingStaleTable;
    evidence: EvidenceTable;
    tile: TileTable;
    checkpoint: CheckpointTable;
    signingKey: SigningKeyTable;
    gateAnswer: GateAnswerTable;
    workerLife: WorkerLifeTable;
    lessonProgress: LessonProgressTable;
    exerciseAnswer: ExerciseAnswerTable;
    learningClock: LearningClockTable;
    documentEdition: DocumentEditionTable;
    taxonomy: TaxonomyTable;
  };
