import { generateKeyPairSync } from "node:crypto";
import type { CertificateCheck } from "@checkride/api/certificates";
import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addProof, multibaseOf } from "./data-integrity.ts";
import { type CertificateApp, createCertificateApp, testUrl } from "./test-certificates.ts";

let app: CertificateApp;
let id: string;
let json: string;
let jwt: string;
const start = new Date("2026-11-21T12:00:00.000Z");

beforeAll(async () => {
  app = await createCertificateApp(testUrl);
});
beforeEach(async () => {
  app.clock.set(start);
  ({ id } = await app.certify());
  json = await app.fetchText(`/certificates/${id}/credential.json`);
  jwt = await app.fetchText(`/certificates/${id}/credential.jwt`);
});
afterAll(() => app.close());

const check = async (text: string): Promise<CertificateCheck> => {
  const answer = await app.clientWith({})("POST /api/certificate-checks", { body: { text } });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
};

describe("what was issued", () => {
  it("is recognised as a link, as JSON in any order and as JWT", async () => {
    const shuffled = Object.fromEntries(Object.entries(JSON.parse(json)).toReversed());
    for (const [shown, kind] of [
      [`${testUrl}/certificates/${id}`, "link"],
      [json, "json"],
      [JSON.stringify(shuffled, null, 2), "json"],
      [` ${jwt}\n`, "jwt"],
    ] as const) {
      expect(await check(shown)).toMatchObject({
        valid: true,
        kind,
        code: null,
        certificate: { id, holder: null },
      });
    }
  });

  it("says when it was revoked, and when it has expired", async () => {
    await app.revoke(id);
    for (const shown of [`${testUrl}/certificates/${id}`, json, jwt]) {
      expect(await check(shown)).toMatchObject({ valid: false, code: "revoked" });
    }
    const other = await app.certify();
    const paper = await app.fetchText(`/certificates/${other.id}/credential.jwt`);
    app.clock.set(new Date("2027-11-21T12:00:00.000Z"));
    expect(await check(paper)).toMatchObject({ valid: false, code: "expired" });
    const text = await app.fetchText(`/certificates/${other.id}/credential.json`);
    expect(await check(text)).toMatchObject({ valid: false, code: "expired" });
  });
});

const codeOf = async (shown: string): Promise<string | null> => {
  const { valid, code, says } = await check(shown);
  expect([valid, says.length > 20]).toEqual([false, true]);
  return code;
};

const changedJson = (change: (credential: Record<string, unknown>) => object): string =>
  JSON.stringify(change(JSON.parse(json)));

describe("a credential that was not issued so", () => {
  it("is told by what was changed", async () => {
    const later = changedJson((one) => ({ ...one, validUntil: "2099-01-01T00:00:00Z" }));
    expect(await check(later)).toMatchObject({
      code: "changed",
      says: "It was changed after it was signed: validUntil.",
      certificate: { id, validUntil: "2027-11-21T12:00:00.000Z" },
    });
    const future = changedJson((one) => ({ ...one, validFrom: "2090-01-01T00:00:00Z" }));
    expect(await codeOf(future)).toBe("changed");
  });

  it("is refused for its issuer, its number, its list, its key and its way of signing", async () => {
    const proof: object = JSON.parse(json).proof;
    const cases: readonly (readonly [string, object])[] = [
      ["wrong-issuer", { issuer: { id: "did:web:evil.example" } }],
      ["unknown", { id: `${testUrl}/certificates/01900000-0000-7000-8000-000000000000` }],
      ["unknown", { id: "https://evil.example/certificates/1" }],
      ["wrong-list", { credentialStatus: { statusListCredential: "https://evil.example/0" } }],
      ["unknown-key", { proof: { ...proof, verificationMethod: "did:web:evil.example#key" } }],
      ["wrong-algorithm", { proof: { ...proof, cryptosuite: "ecdsa-rdfc-2019" } }],
      ["unsigned", { proof: undefined }],
      ["unsigned", { proof: [proof, proof] }],
      ["wrong-type", { type: ["VerifiableCredential"] }],
    ];
    for (const [code, change] of cases) {
      expect(await codeOf(changedJson((one) => ({ ...one, ...change })))).toBe(code);
    }
  });

  it("is refused when somebody else signs in our name", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const methodId = `did:web:checkride.example.com#${await multibaseOf(publicKey)}`;
    const { proof: _, ...bare } = JSON.parse(json);
    const forged = await addProof({ ...bare, name: "Mine" }, { methodId, privateKey }, start);
    expect(await codeOf(JSON.stringify(forged))).toBe("unknown-key");
  });

  it("is refused when it says something twice", async () => {
    const twice = json.replace(
      '"validUntil":',
      '"validUntil":"2099-01-01T00:00:00Z","validUntil":',
    );
    expect(await codeOf(twice)).toBe("duplicate-claim");
  });
});

describe("a token that was not issued so", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signed = (claims: object, header: object = {}) =>
    new SignJWT({ ...decodeJwt(jwt), ...claims })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", ...header })
      .sign(privateKey);

  it("is refused for tricks with its algorithm and its key", async () => {
    const { kid = "" } = decodeProtectedHeader(jwt);
    const none = new UnsecuredJWT(decodeJwt(jwt)).encode();
    expect(["malformed", "wrong-algorithm"]).toContain(await codeOf(none));
    const keys = await app.fetchText("/.well-known/jwks.json");
    const symmetric = await new SignJWT(decodeJwt(jwt))
      .setProtectedHeader({ alg: "HS256", typ: "JWT", kid })
      .sign(Buffer.from(keys));
    expect(await codeOf(symmetric)).toBe("wrong-algorithm");
    expect(await codeOf(await signed({}, { kid }))).toBe("wrong-signature");
    expect(await codeOf(await signed({}, { kid: "https://evil.example/key" }))).toBe("unknown-key");
    expect(await codeOf(await signed({}, { jwk: { kty: "RSA" } }))).toBe("unknown-key");
  });

  it("is refused when it is cut, oversized or nonsense", async () => {
    expect(await codeOf(jwt.slice(0, -10))).toMatch(/malformed|wrong-signature/);
    expect(await codeOf(`${jwt}${"A".repeat(70_000)}`)).toBe("too-large");
    for (const text of ["hello", "a.b.c", "<svg/>", "{}", "[1]", "https://evil.example/x"]) {
      expect(await codeOf(text)).not.toBeNull();
    }
  });

  it("of another purpose is no certificate", async () => {
    const list = await app.fetchText("/status/0.jwt");
    expect(await codeOf(list)).toBe("wrong-type");
  });
});
