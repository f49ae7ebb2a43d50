import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readKeySet } from "./read-key-set.ts";

const rsa = (bits: number) => generateKeyPairSync("rsa", { modulusLength: bits });
const { publicKey, privateKey } = rsa(2048);
const good = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
const read = (...keys: readonly object[]) => readKeySet(JSON.stringify({ keys }));

describe("a key set", () => {
  it("gives the keys for our tokens and leaves those of other kinds", () => {
    const edwards = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
    const weak = { ...rsa(1024).publicKey.export({ format: "jwk" }), kid: "weak" };
    const set = read({ ...edwards, kid: "two" }, weak, good, { ...good, kid: "three", use: "enc" });
    expect(set).toMatchObject({ ok: true, value: { keys: [{ kid: "one" }] } });
  });

  it("with a secret in it, two keys of one name, or no key at all is refused", () => {
    expect(read({ ...privateKey.export({ format: "jwk" }), kid: "one" }).ok).toBe(false);
    expect(read(good, { kty: "oct", k: "c2VjcmV0", kid: "two" }).ok).toBe(false);
    expect(read(good, good).ok).toBe(false);
    expect(read().ok).toBe(false);
    for (const text of ["", "{}", "[]", '{"keys":{}}', "<html>"])
      expect(readKeySet(text).ok).toBe(false);
  });
});
