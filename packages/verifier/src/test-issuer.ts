import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type JSONWebKeySet, SignJWT } from "jose";

export const testIssuer = "https://checkride.example.com";
export const testNow = new Date("2026-11-22T12:00:00.000Z");
export const testGate = "deploy/production";
const seconds = Math.floor(testNow.getTime() / 1000);

export type TestKey = {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly set: JSONWebKeySet;
};

export const makeTestKey = (kid: string): TestKey => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kty: "RSA", kid, alg: "RS256", use: "sig" };
  return { kid, privateKey, set: { keys: [jwk] } };
};

type Claims = Readonly<Record<string, unknown>>;

export const signTest = (
  { kid, privateKey }: TestKey,
  typ: string,
  claims: Claims,
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ, kid }).sign(privateKey);

export const clearanceClaims = (changed: Claims = {}): Claims => ({
  iss: testIssuer,
  sub: "01900000-0000-7000-8000-000000000001",
  aud: testGate,
  iat: seconds,
  nbf: seconds,
  exp: seconds + 3600,
  jti: "01900000-0000-7000-8000-000000000002",
  outcome: "allow",
  mode: "enforce",
  earned: true,
  policy: 3,
  offline: { otherwise: "deny" },
  ...changed,
});

export const signClearance = (key: TestKey, changed: Claims = {}): Promise<string> =>
  signTest(key, "clearance+jwt", clearanceClaims(changed));

export const testList = `${testIssuer}/status/0`;

export const certificateClaims = (changed: Claims = {}): Claims => {
  const id = `${testIssuer}/certificates/01900000-0000-7000-8000-000000000003`;
  const from = new Date(testNow.getTime() - 86_400_000);
  const until = new Date(testNow.getTime() + 86_400_000);
  return {
    iss: testIssuer,
    jti: id,
    nbf: from.getTime() / 1000,
    exp: until.getTime() / 1000,
    id,
    type: ["VerifiableCredential", "AchievementCredential"],
    issuer: { id: testIssuer, type: ["Profile"], name: "Acme" },
    validFrom: from.toISOString(),
    validUntil: until.toISOString(),
    credentialSubject: { type: ["AchievementSubject"], achievement: { name: "Safe use" } },
    credentialStatus: {
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "4711",
      statusListCredential: testList,
    },
    ...changed,
  };
};

export const listClaims = (revoked: readonly number[], bytes = 131_072 / 8): Claims => {
  const bits = Buffer.alloc(bytes);
  for (const index of revoked) {
    const at = Math.floor(index / 8);
    bits[at] = (bits[at] ?? 0) | (0x80 >> (index % 8));
  }
  const encodedList = `u${gzipSync(bits).toString("base64url")}`;
  return {
    iss: testIssuer,
    nbf: seconds,
    exp: seconds + 300,
    id: testList,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    credentialSubject: { type: "BitstringStatusList", statusPurpose: "revocation", encodedList },
  };
};
