import { createHmac } from "node:crypto";

/** Decides the order of what is shown to one person in one place; nobody without the key can tell it. */
export const seedOf = (key: Uint8Array, person: string, place: string): string =>
  createHmac("sha256", key).update(`${person} ${place}`).digest("base64url");
