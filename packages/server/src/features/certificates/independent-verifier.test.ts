import { generateKeyPairSync } from "node:crypto";
import { verifyCredential } from "@digitalcredentials/verifier-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { addProof, multibaseOf } from "./data-integrity.ts";
import { type CertificateApp, createCertificateApp, testUrl } from "./test-certificates.ts";

/**
 * `@digitalcredentials/verifier-core` as it is, with its own libraries, loaders and contexts. It fetches the issuer's DID
 * document and the status list; both come from the installation. The one thing that it would want from elsewhere is
 * the JSON schema of Open Badges: that step says so, and is the only one that is not looked at here.
 */
let app: CertificateApp;
/** Signed by keys that were retired before anybody looked. */
let old: Json;
beforeAll(async () => {
  app = await createCertificateApp(testUrl);
  old = (await issued()).credential;
  const { client } = await app.comeBack(app.owner);
  await client("POST /api/issuer-keys/rotations", { body: { reason: "yearly rotation" } });
  vi.stubGlobal("fetch", async (...asked: Parameters<typeof fetch>) => {
    const request = new Request(...asked);
    if (!request.url.startsWith(testUrl)) throw new TypeError("there is no network here");
    return app.request(request.url.slice(testUrl.length), { headers: request.headers });
  });
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "log").mockReturnValue();
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await app.close();
});

const credentialShape = z.record(z.string(), z.unknown());
type Json = z.infer<typeof credentialShape>;

const reportShape = z.looseObject({
  errors: z.array(z.looseObject({ name: z.string() })).optional(),
  log: z
    .array(
      z.looseObject({
        id: z.string(),
        valid: z.boolean().optional(),
        error: z.looseObject({ name: z.string() }).optional(),
      }),
    )
    .optional(),
});

type Credential = Parameters<typeof verifyCredential>[0]["credential"];

/** Tampered ones need not be credentials; that is for the verifier to find out. */
const isAny = (_credential: Json): _credential is Json & Credential => true;

/** Every step with what it said; a fault that ends all steps stands under its own name. */
const verify = async (credential: Json): Promise<Record<string, boolean | string>> => {
  if (!isAny(credential)) throw new Error("no credential");
  const report = await verifyCredential({ credential, knownDIDRegistries: [] });
  const { log = [], errors = [] } = reportShape.parse(report);
  return Object.fromEntries([
    ...errors.map(({ name }) => ["fault", name]),
    ...log.map(({ id, valid, error }) => [id, error?.name ?? valid ?? false]),
  ]);
};

const good = {
  valid_signature: true,
  expiration: true,
  revocation_status: true,
};

const issued = async (): Promise<{ readonly id: string; readonly credential: Json }> => {
  const { id } = await app.certify();
  const text = await app.fetchText(`/certificates/${id}/credential.json`);
  return { id, credential: credentialShape.parse(JSON.parse(text)) };
};

/** The same with another value at a path such as `credentialSubject.achievement.name`. */
const changed = (credential: Json, path: string, value: unknown): Json => {
  const [name = "", ...rest] = path.split(".");
  const inner =
    rest.length === 0
      ? value
      : changed(credentialShape.parse(credential[name]), rest.join("."), value);
  return { ...credential, [name]: inner };
};

describe("an independent verifier", () => {
  it("accepts what we issue", async () => {
    const { credential } = await issued();
    expect(await verify(credential)).toMatchObject(good);
  });

  it("accepts what was signed by keys that are retired", async () => {
    expect(await verify(old)).toMatchObject(good);
  });

  it("refuses what was revoked", async () => {
    const { id, credential } = await issued();
    await app.revoke(id);
    expect(await verify(credential)).toMatchObject({ ...good, revocation_status: false });
  });

  it.each<[string, string, unknown]>([
    ["another title", "name", "Master of everything"],
    ["another achievement", "credentialSubject.achievement.name", "Everything"],
    ["a later end", "validUntil", "2099-01-01T00:00:00Z"],
    ["an earlier beginning", "validFrom", "2020-01-01T00:00:00Z"],
    [
      "another holder",
      "credentialSubject.identifier",
      [
        {
          type: "IdentityObject",
          identityType: "emailAddress",
          hashed: false,
          identityHash: "eve@example.com",
        },
      ],
    ],
    ["another place in the list", "credentialStatus.statusListIndex", "1"],
    ["no status at all", "credentialStatus", undefined],
    ["another issuer's name", "issuer.name", "Acme"],
    ["another time of signing", "proof.created", "2020-01-01T00:00:00Z"],
    [
      "a signature of nobody",
      "proof.proofValue",
      "z5p3ddZMDP9QYfyPt8ZkgEvTzKRSHRtqVSUDGpYfeAvqbdt7FgPuhYPb7T1HnHbdQzXHbwEdxbfM2Vd8tsz2cJdjW",
    ],
    ["no signature", "proof", undefined],
    ["another evidence", "evidence", []],
  ])("refuses %s", async (_what, path, value) => {
    const { credential } = await issued();
    const tampered: unknown = JSON.parse(JSON.stringify(changed(credential, path, value)));
    const report = await verify(credentialShape.parse(tampered));
    expect(report["fault"], JSON.stringify(report)).toMatch(/invalid_signature|no_proof/);
  });

  it("refuses the key of somebody else in our name", async () => {
    const { credential } = await issued();
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const name = await multibaseOf(publicKey);
    const { proof: _, ...bare } = credential;
    for (const methodId of [`did:key:${name}#${name}`, `did:web:checkride.example.com#${name}`]) {
      const forged = await addProof(bare, { methodId, privateKey }, app.clock.now());
      expect((await verify(forged))["fault"]).toBeTruthy();
    }
  });
});
