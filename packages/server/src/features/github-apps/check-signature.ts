import { createHmac, timingSafeEqual } from "node:crypto";

/** GitHub signs the bytes of the body with the webhook's secret (`X-Hub-Signature-256`). */
export const isSignedWith = (
  secret: Uint8Array,
  body: Uint8Array,
  signature: string | null,
): boolean => {
  const given = /^sha256=([0-9a-f]{64})$/.exec(signature ?? "")?.[1];
  if (given === undefined) return false;
  const right = createHmac("sha256", secret).update(body).digest();
  return timingSafeEqual(right, Buffer.from(given, "hex"));
};
