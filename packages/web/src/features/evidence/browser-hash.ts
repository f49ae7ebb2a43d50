export type Bytes = Uint8Array<ArrayBuffer>;

const hexPattern = /^(?:[0-9a-f]{2})*$/;
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const fromHex = (hex: string): Bytes | null =>
  hexPattern.test(hex)
    ? Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null;

export const toHex = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const fromBase64 = (text: string): Bytes | null =>
  base64Pattern.test(text) ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : null;

export const utf8 = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));

export const join = (...parts: readonly Bytes[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** RFC 6962 section 2.1: leaves and nodes are prefixed differently, so neither can pass for the other. */
export const hashLeaf = (data: Bytes): Promise<Bytes> => sha256(join(Uint8Array.of(0), data));

export const hashNode = (left: Bytes, right: Bytes): Promise<Bytes> =>
  sha256(join(Uint8Array.of(1), left, right));
