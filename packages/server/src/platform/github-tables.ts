import type { ChangeAuthor } from "@checkride/api/gates";
import type { CheckRule, DeploymentRule } from "@checkride/api/github-apps";
import type { ColumnType, JSONColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type GithubAppTable = {
  id: Kept<string>;
  name: string;
  apiUrl: Kept<string>;
  appId: Kept<string>;
  privateKeySealed: Buffer;
  webhookSecretSealed: Buffer;
  checks: JSONColumnType<readonly CheckRule[], string, string>;
  deployments: JSONColumnType<readonly DeploymentRule[], string, string>;
  createdBy: Kept<string | null>;
  createdAt: Kept<Date>;
};

export type GithubDeliveryTable = {
  appId: Kept<string>;
  delivery: Kept<string>;
  event: Kept<string>;
  /** What it asks of us, as it was read; null: nothing. */
  ask: JSONColumnType<object | null, string | null, string | null>;
  state: "waiting" | "done" | "ignored" | "failed";
  says: string;
  receivedAt: Kept<Date>;
  doneAt: Date | null;
};

export type GithubPushTable = {
  appId: Kept<string>;
  repositoryId: Kept<string>;
  sha: Kept<string>;
  accountId: Kept<string>;
  seenAt: Kept<Date>;
};

export type GithubChangeTable = {
  appId: Kept<string>;
  repositoryId: Kept<string>;
  number: Kept<number>;
  ask: JSONColumnType<object, string, string>;
  headSha: string;
  authors: JSONColumnType<readonly ChangeAuthor[], string, string>;
  people: readonly string[];
  waitsFor: readonly string[];
  askedAt: Date;
};

export type GithubTables = {
  githubApp: GithubAppTable;
  githubDelivery: GithubDeliveryTable;
  githubPush: GithubPushTable;
  githubChange: GithubChangeTable;
};
