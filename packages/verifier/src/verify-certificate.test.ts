import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certificateClaims,
  listClaims,
  makeTestKey,
  signClearance,
  signTest,
  testIssuer,
  testList,
  testNow,
} from "./test-issuer.ts";
import { verifyCertificate } from "./verify-certificate.ts";
import { refuseRevoked, verifyStatusList } from "./verify-status-list.ts";

const key = makeTestKey("2026-11");
const other = makeTestKey("2026-11");
const trust = { keys: key.set, issuer: testIssuer, now: testNow };
const later = (seconds: number) => ({
  ...trust,
  now: new Date(testNow.getTime() + seconds * 1000),
});
const sign = (changed: Parameters<typeof certificateClaims>[0] = {}) =>
  signTest(key, "JWT", certificateClaims(changed));
const verify = (token: string, trusted = trust) => verifyCertificate(token, trusted);
const seconds = testNow.getTime() / 1000;

/** A token with these very bytes as its claims; the signature is real. */
const signText = async (claims: string): Promise<string> => {
  const { CompactSign } = await import("jose");
  return new CompactSign(Buffer.from(claims))
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid })
    .sign(key.privateKey);
};

const codeOf = async (token: string, trusted = trust) => {
  const verified = await verify(token, trusted);
  return verified.ok ? "believed" : verified.error.code;
};

describe("a certificate", () => {
  it("says what was earned, until when, and where it would be revoked", async () => {
    expect(await verify(await sign())).toEqual({
      ok: true,
      value: {
        id: certificateClaims()["jti"],
        title: "Safe use",
        issuer: testIssuer,
        from: new Date(testNow.getTime() - 86_400_000),
        until: new Date(testNow.getTime() + 86_400_000),
        status: { list: testList, index: 4711 },
      },
    });
  });

  it("counts from its beginning to its end, with a minute for clocks that differ", async () => {
    const token = await sign();
    expect(await codeOf(token, later(86_459))).toBe("believed");
    expect(await codeOf(token, later(86_460))).toBe("expired");
    expect(await codeOf(token, later(-86_460))).toBe("believed");
    expect(await codeOf(token, later(-86_461))).toBe("not-yet-valid");
  });

  it("that was tampered with is refused with the reason", async () => {
    const claims = JSON.stringify(certificateClaims());
    const cases: readonly (readonly [string, string])[] = [
      [await signTest(other, "JWT", certificateClaims()), "wrong-signature"],
      [await signTest({ ...key, kid: "gone" }, "JWT", certificateClaims()), "unknown-key"],
      [await signTest(key, "vp+jwt", certificateClaims()), "wrong-type"],
      [await signClearance(key), "wrong-type"],
      [await signTest(key, "JWT", listClaims([])), "wrong-type"],
      [await sign({ iss: "https://evil.example" }), "wrong-issuer"],
      [await sign({ issuer: { id: "https://evil.example" } }), "malformed"],
      [await sign({ exp: seconds + 9_000_000 }), "malformed"],
      [await sign({ exp: undefined }), "malformed"],
      [await sign({ jti: "urn:other" }), "malformed"],
      [await sign({ credentialStatus: { type: "Unknown" } }), "malformed"],
      [await signText(claims.replace("{", '{"iss":"https://evil.example",')), "duplicate-claim"],
      [await signText(claims.replace('"type"', '"t\\u0079pe":[],"type"')), "duplicate-claim"],
      [await sign({ filler: "x".repeat(65_536) }), "too-large"],
      ["a.b", "malformed"],
    ];
    for (const [token, code] of cases) expect(await codeOf(token), code).toBe(code);
  });

  it("is believed from another issuer only where nobody said whom to trust", async () => {
    const token = await sign({ iss: "https://acme.example", issuer: "https://acme.example" });
    expect(await codeOf(token)).toBe("wrong-issuer");
    expect((await verifyCertificate(token, { ...trust, issuer: null })).ok).toBe(true);
  });
});

describe("a list of revocations", () => {
  const list = async (claims = listClaims([]), trusted = trust) =>
    verifyStatusList(await signTest(key, "JWT", claims), testList, trusted);

  it("revokes exactly the places that are set", async () => {
    const certificate = await verify(await sign());
    if (!certificate.ok) throw new Error(certificate.error.says);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(131_071), { maxLength: 20 }),
        fc.nat(131_071),
        async (revoked, index) => {
          const read = await list(listClaims(revoked));
          if (!read.ok) throw new Error(read.error.says);
          const one = { ...certificate.value, status: { list: testList, index } };
          expect(refuseRevoked(one, read.value).ok).toBe(!revoked.includes(index));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("that is stale, cut, forged or another one says nothing", async () => {
    const cut = listClaims([], 1000);
    const { encodedList } = { encodedList: "uH4sIAAAAAAAA", ...cut };
    const broken = { ...cut, credentialSubject: { statusPurpose: "revocation", encodedList } };
    const bomb = listClaims([], 10_000_000);
    expect(await list(listClaims([]), later(361))).toMatchObject({ error: { code: "stale-list" } });
    expect(await list(cut)).toMatchObject({ error: { code: "cut-list" } });
    expect(await list(broken)).toMatchObject({ error: { code: "cut-list" } });
    expect(await list(bomb)).toMatchObject({ error: { code: "cut-list" } });
    expect(await list({ ...listClaims([]), id: `${testList}1` })).toMatchObject({
      error: { code: "wrong-list" },
    });
    expect(await list(certificateClaims())).toMatchObject({ error: { code: "wrong-list" } });
    expect(await list({ ...listClaims([]), iss: "https://evil.example" })).toMatchObject({
      error: { code: "wrong-issuer" },
    });
    const forged = await signTest(other, "JWT", listClaims([]));
    expect(await verifyStatusList(forged, testList, trust)).toMatchObject({
      error: { code: "wrong-signature" },
    });
  });

  it("does not stand in for another list, nor for a place beyond its end", async () => {
    const certificate = await verify(await sign());
    const read = await list();
    if (!certificate.ok || !read.ok) throw new Error("not verified");
    const at = (place: string, index: number) =>
      refuseRevoked({ ...certificate.value, status: { list: place, index } }, read.value);
    expect(at(`${testIssuer}/status/1`, 1)).toMatchObject({ error: { code: "wrong-list" } });
    expect(at(testList, 131_072)).toMatchObject({ error: { code: "cut-list" } });
  });
});
