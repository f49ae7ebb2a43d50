import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";
const secretBytes = 32;

/** Standard Webhooks 1.0: 24 to 64 random bytes. */
export const newWebhookSecret = (): Buffer => randomBytes(secretBytes);

export const secretText = (secret: Uint8Array): string =>
  prefix + Buffer.from(secret).toString("base64");

export type Signed = {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  /** One signature for each, so that a receiver may change to a newer secret in its own time. */
  readonly secrets: readonly Uint8Array[];
};

/** Standard Webhooks 1.0, "Webhook headers": the time is that of the attempt, not of what happened. */
export const webhookHeaders = ({ id, at, body, secrets }: Signed) => {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const sign = (secret: Uint8Array) =>
    `v1,${createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secrets.map(sign).join(" "),
  };
};
