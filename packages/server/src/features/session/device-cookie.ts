import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * OWASP "Slow Down Online Guessing Attacks with Device Cookies": a device that has signed in to an account
 * carries a signed mark of it and has its own counter of failures. Whoever hammers the account from
 * elsewhere fills other counters, so the person is never locked out of their own devices.
 */
export const deviceCookie = "checkride_device";
export const deviceLifeSeconds = 365 * 24 * 3600;

export type KnownDevice = { readonly personId: string; readonly nonce: string };

const pattern = /^([A-Za-z0-9_-]{22})\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

const sign = (key: Uint8Array, device: KnownDevice): Buffer =>
  createHmac("sha256", key).update(`device:${device.nonce}.${device.personId}`).digest();

const write = (key: Uint8Array, device: KnownDevice): string =>
  `${device.nonce}.${device.personId}.${sign(key, device).toString("base64url")}`;

export const makeDeviceCookie = (key: Uint8Array, personId: string): string =>
  write(key, { personId, nonce: randomBytes(16).toString("base64url") });

export const readDeviceCookie = (
  key: Uint8Array,
  cookies: ReadonlyMap<string, string>,
): KnownDevice | null => {
  const [, nonce, personId, signature] = pattern.exec(cookies.get(deviceCookie) ?? "") ?? [];
  if (!nonce || !personId || !signature) return null;
  const device = { personId, nonce };
  const given = Buffer.from(signature, "base64url");
  const right = sign(key, device);
  return given.length === right.length && timingSafeEqual(given, right) ? device : null;
};
