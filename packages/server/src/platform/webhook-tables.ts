import type { DeliveryAttempt, deliveryStates, offReasons } from "@checkride/api/webhooks";
import type { GateMode } from "@checkride/rules/policy";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Kept<T> = ColumnType<T, T, never>;

export type OffReason = (typeof offReasons)[number];
export type DeliveryState = (typeof deliveryStates)[number];

export type WebhookTable = {
  id: Kept<string>;
  url: string;
  description: string;
  types: string[];
  active: boolean;
  offBecause: OffReason | null;
  offAt: Date | null;
  failingSince: Date | null;
  heldUntil: Date | null;
  createdBy: Kept<string>;
  createdAt: Kept<Date>;
};

export type WebhookSecretTable = {
  id: Kept<string>;
  webhookId: Kept<string>;
  sealed: Kept<Buffer>;
  madeAt: Kept<Date>;
  until: Date | null;
};

export type HappeningTable = {
  id: Kept<string>;
  entry: ColumnType<number, never, never>;
  seq: number | null;
  at: Kept<Date>;
  type: Kept<string>;
  person: Kept<string | null>;
  body: JSONColumnType<Readonly<Record<string, unknown>>, string, never>;
  webhookId: Kept<string | null>;
};

export type HappeningStateTable = {
  onlyOne: Generated<boolean>;
  lastSeq: number;
  gateModes: JSONColumnType<
    Readonly<Record<string, GateMode>> | null,
    string | null,
    string | null
  >;
  toldSeq: number | null;
};

export type WebhookDeliveryTable = {
  id: Kept<string>;
  webhookId: Kept<string>;
  happeningId: Kept<string>;
  state: DeliveryState;
  tries: Generated<number>;
  madeAt: Kept<Date>;
  nextAt: Date | null;
  attempts: JSONColumnType<readonly DeliveryAttempt[], string | undefined, string>;
};

export type GateAllowedTable = { personId: Kept<string>; gates: string[] | null };

export type WebhookTables = {
  webhook: WebhookTable;
  webhookSecret: WebhookSecretTable;
  happening: HappeningTable;
  happeningState: HappeningStateTable;
  webhookDelivery: WebhookDeliveryTable;
  gateAllowed: GateAllowedTable;
};
