import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { openClearance } from "./open-clearance.ts";
import {
  clearanceClaims,
  makeTestKey,
  signClearance,
  signTest,
  testGate,
  testIssuer,
  testNow,
} from "./test-issuer.ts";
import { verifyClearance } from "./verify-clearance.ts";

const key = makeTestKey("2026-11");
const other = makeTestKey("2026-11");
const later = (seconds: number): Date => new Date(testNow.getTime() + seconds * 1000);
const verify = (token: string, gate = testGate, now = testNow) =>
  verifyClearance(token, key.set, { issuer: testIssuer, gate, now });
const open = (token: string, now = testNow) =>
  openClearance(token, { keys: key.set, issuer: testIssuer, now });

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The public key, which everybody has, used as if it were a shared secret. */
const signedWithPublicKey = (): string => {
  const signed = `${encode({ alg: "HS256", typ: "clearance+jwt", kid: key.kid })}.${encode(clearanceClaims())}`;
  const secret = JSON.stringify(key.set.keys[0]);
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
};

const seconds = testNow.getTime() / 1000;

describe("the library of thirty lines", () => {
  it("has at most thirty lines and needs jose alone", () => {
    const text = readFileSync(new URL("./verify-clearance.ts", import.meta.url), "utf8");
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
    expect([...text.matchAll(/from "([^"]+)"/g)].map(([, name]) => name)).toEqual(["jose"]);
  });

  it("says whom a clearance lets through and until when", async () => {
    expect(await verify(await signClearance(key))).toEqual({
      ok: true,
      value: { person: clearanceClaims()["sub"], gate: testGate, until: later(3600) },
    });
  });

  it("allows clocks to differ by a minute and no more", async () => {
    const token = await signClearance(key);
    expect((await verify(token, testGate, later(3659))).ok).toBe(true);
    expect((await verify(token, testGate, later(3660))).ok).toBe(false);
    expect((await verify(token, testGate, later(-60))).ok).toBe(true);
    expect((await verify(token, testGate, later(-61))).ok).toBe(false);
  });

  it("believes none of the known tricks", async () => {
    const tokens = [
      await signClearance(other),
      await signClearance({ ...key, kid: "unknown" }),
      await signTest(key, "JWT", clearanceClaims()),
      new UnsecuredJWT(clearanceClaims()).encode(),
      signedWithPublicKey(),
      await signClearance(key, { iss: "https://evil.example" }),
      await signClearance(key, { aud: "deploy/staging" }),
      await signClearance(key, { aud: [testGate, "deploy/staging"] }),
      await signClearance(key, { outcome: "deny" }),
      await signClearance(key, { outcome: undefined }),
      await signClearance(key, { sub: undefined }),
      await signClearance(key, { exp: undefined }),
      await signClearance(key, { iat: seconds + 61 }),
      await signClearance(key, { nbf: seconds + 61 }),
      await signClearance(key, { iat: seconds - 9 * 86_400 }),
      "",
      "..",
    ];
    for (const token of tokens) expect((await verify(token)).ok, token).toBe(false);
  });
});

describe("an opened clearance", () => {
  it("tells mode, rule and whether it has expired, signed like the rest", async () => {
    const token = await signClearance(key, {
      mode: "warn",
      earned: false,
      offline: { otherwise: "allow" },
    });
    const now = await open(token);
    expect(now).toMatchObject({
      ok: true,
      value: { mode: "warn", earned: false, otherwise: "allow", hasExpired: false },
    });
    expect(await open(token, later(10 * 86_400))).toMatchObject({
      ok: true,
      value: { hasExpired: true, until: later(3600) },
    });
  });

  it("of a forger is refused with the reason, expired or not", async () => {
    for (const [token, code] of [
      [await signClearance(other), "wrong-signature"],
      [await signClearance({ ...key, kid: "unknown" }), "unknown-key"],
      [await signTest(key, "JWT", clearanceClaims()), "wrong-type"],
      [signedWithPublicKey(), "wrong-algorithm"],
      [await signClearance(key, { iss: "https://evil.example" }), "wrong-issuer"],
      [await signClearance(key, { nbf: seconds + 61 }), "not-yet-valid"],
      [await signClearance(key, { outcome: "deny" }), "incomplete"],
      [new UnsecuredJWT(clearanceClaims()).encode(), "malformed"],
      ["x".repeat(65_537), "too-large"],
    ] as const) {
      expect(await open(token), code).toMatchObject({ ok: false, error: { code } });
      const lapsed = await open(token, later(10 * 86_400));
      expect(lapsed.ok && code !== "not-yet-valid", code).toBe(false);
    }
  });

  it("with one character changed is refused", async () => {
    const token = await signClearance(key);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \n";
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...alphabet), async (at, sign) => {
        fc.pre(token[at] !== sign);
        const changed = `${token.slice(0, at)}${sign}${token.slice(at + 1)}`;
        expect((await open(changed)).ok).toBe(false);
        expect((await verify(changed)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
