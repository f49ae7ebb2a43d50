import { createHash } from "node:crypto";
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CertificateApp, createCertificateApp, testUrl } from "./test-certificates.ts";

let app: CertificateApp;
beforeAll(async () => {
  app = await createCertificateApp(testUrl);
});
afterAll(() => app.close());

const credentialShape = z.looseObject({
  credentialSubject: z.looseObject({
    id: z.string(),
    identifier: z.tuple([z.object({ salt: z.string(), identityHash: z.string() }).loose()]),
    achievement: z.looseObject({
      id: z.string(),
      alignment: z.array(z.looseObject({ targetCode: z.string() })),
    }),
  }),
  credentialStatus: z.looseObject({
    statusListIndex: z.string(),
    statusListCredential: z.string(),
  }),
});

const credentialOf = async (id: string) =>
  credentialShape.parse(JSON.parse(await app.fetchText(`/certificates/${id}/credential.json`)));

const keySet = async () =>
  z
    .object({ keys: z.array(z.looseObject({ kty: z.string() })) })
    .parse(JSON.parse(await app.fetchText("/.well-known/jwks.json")));

describe("a credential", () => {
  it("says what was earned, by whom only to those who know them, and rests on the ledger", async () => {
    const { person, id } = await app.certify();
    const credential = await credentialOf(id);
    expect(credential).toMatchObject({
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ],
      id: `${testUrl}/certificates/${id}`,
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      issuer: { id: "did:web:checkride.example.com", url: testUrl },
      validFrom: "2026-11-21T12:00:00Z",
      validUntil: "2027-11-21T12:00:00Z",
      proof: { cryptosuite: "eddsa-rdfc-2022", proofPurpose: "assertionMethod" },
    });
    const { email } = await app.db
      .selectFrom("person")
      .select("email")
      .where("id", "=", person.id)
      .executeTakeFirstOrThrow();
    const [{ salt, identityHash }] = credential.credentialSubject.identifier;
    const hash = createHash("sha256").update(`${email}${salt}`).digest("hex");
    expect(identityHash).toBe(`sha256$${hash}`);
    const written = JSON.stringify(credential);
    for (const secret of [email, "Test learner", person.id]) expect(written).not.toContain(secret);
  });

  it("aligns with the policy and with the threats that everybody who holds it has met", async () => {
    const { id } = await app.certify();
    const { alignment } = (await credentialOf(id)).credentialSubject.achievement;
    const { threats } = app.parts.curriculum.content.catalogue.activities.get("lab/L26") ?? {};
    expect(threats?.length).toBeGreaterThan(0);
    expect(alignment.map(({ targetCode }) => targetCode)).toEqual([
      "1",
      ...[...(threats ?? [])].sort(),
    ]);
  });

  it("is the same to the letter whenever it is asked for, also by two at once", async () => {
    const { id } = await app.certify();
    const path = `/certificates/${id}/credential.json`;
    const [one, two] = await Promise.all([app.fetchText(path), app.fetchText(path)]);
    expect(one).toBe(two);
    expect(await app.fetchText(`/certificates/${id}`)).toBe(one);
  });

  it("has a JWT form that any JOSE library verifies with the published keys", async () => {
    const { id } = await app.certify();
    const jwt = await app.fetchText(`/certificates/${id}/credential.jwt`);
    expect(await app.fetchText(`/certificates/${id}`, "application/vc+jwt")).toBe(jwt);
    expect(Object.keys(decodeProtectedHeader(jwt)).sort()).toEqual(["alg", "kid", "typ"]);
    const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(await keySet()), {
      currentDate: app.clock.now(),
      issuer: "did:web:checkride.example.com",
    });
    const { proof: _, ...credential } = await credentialOf(id);
    expect(payload).toEqual({
      ...credential,
      iss: "did:web:checkride.example.com",
      jti: `${testUrl}/certificates/${id}`,
      sub: `${testUrl}/certificates/${id}#holder`,
      nbf: Date.parse("2026-11-21T12:00:00Z") / 1000,
      exp: Date.parse("2027-11-21T12:00:00Z") / 1000,
    });
    const key: unknown = JSON.parse(
      await app.fetchText(new URL(protectedHeader.kid ?? "").pathname),
    );
    expect(key).toMatchObject({ kty: "RSA", kid: protectedHeader.kid });
    expect(key).not.toHaveProperty("d");
  });

  it("of somebody without an address names nobody at all", async () => {
    const { person, id } = await app.certify();
    await app.db.updateTable("person").set({ email: null }).where("id", "=", person.id).execute();
    const text = await app.fetchText(`/certificates/${id}/credential.json`);
    expect(text).not.toContain("identityHash");
  });

  it("is shown to browsers as a page and to nobody who has no certificate", async () => {
    const { id } = await app.certify();
    const page = await app.request(`/certificates/${id}`, { headers: { accept: "text/html" } });
    expect(page.headers.get("content-type")).not.toContain("json");
    for (const wrong of ["x", "01900000-0000-7000-8000-000000000000"]) {
      const answer = await app.request(`/certificates/${wrong}/credential.json`);
      expect(answer.status).toBe(404);
    }
  });
});

describe("a status list", () => {
  const listShape = z.looseObject({
    validUntil: z.string(),
    credentialSubject: z.looseObject({ encodedList: z.string(), ttl: z.number() }),
  });
  const bitOf = async (id: string): Promise<boolean> => {
    const { statusListIndex, statusListCredential } = (await credentialOf(id)).credentialStatus;
    const list = listShape.parse(
      JSON.parse(await app.fetchText(new URL(statusListCredential).pathname)),
    );
    expect(list.credentialSubject.ttl).toBe(300_000);
    const decoded = await decodeList({ encodedList: list.credentialSubject.encodedList });
    return decoded.getStatus(Number(statusListIndex));
  };

  it("tells a revocation at once, for every paper, and keeps the bit", async () => {
    const { person, id } = await app.certify();
    expect(await bitOf(id)).toBe(false);
    app.clock.set(new Date("2026-12-21T12:00:00.000Z"));
    await app.passAgain(person);
    const renewed = await app.newestOf(person);
    expect([await bitOf(id), await bitOf(renewed)]).toEqual([false, false]);
    await app.revoke(renewed);
    expect([await bitOf(id), await bitOf(renewed)]).toEqual([true, true]);
    app.clock.set(new Date("2026-11-21T12:00:00.000Z"));
  });

  it("may be kept five minutes and is there as JWT too", async () => {
    const response = await app.request("/status/0");
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const jwt = await app.fetchText("/status/0.jwt");
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(await keySet()), {
      currentDate: app.clock.now(),
    });
    expect(payload).toMatchObject({ id: `${testUrl}/status/0`, iss: payload["issuer"] });
    for (const none of ["1", "-1", "x", "0.json"]) {
      expect((await app.request(`/status/${none}`)).status).toBe(404);
    }
  });
});

describe("an erased person", () => {
  it("leaves a void place in the list, and no paper", async () => {
    const { person, id } = await app.certify();
    const { credentialStatus } = await credentialOf(id);
    const { email } = await app.db
      .selectFrom("person")
      .select("email")
      .where("id", "=", person.id)
      .executeTakeFirstOrThrow();
    const { client } = await app.comeBack(app.owner);
    const erased = await client("POST /api/people/{person}/erase", {
      params: { person: person.id },
      body: { reason: "asked to", confirm: email ?? "" },
    });
    expect(erased.ok).toBe(true);
    expect((await app.request(`/certificates/${id}/credential.json`)).status).toBe(404);
    const list: unknown = JSON.parse(await app.fetchText("/status/0"));
    const { encodedList } = z
      .object({ credentialSubject: z.object({ encodedList: z.string() }) })
      .parse(list).credentialSubject;
    const decoded = await decodeList({ encodedList });
    expect(decoded.getStatus(Number(credentialStatus.statusListIndex))).toBe(true);
  });
});

describe("other keys", () => {
  it("sign from a rotation on, and what the old ones signed stays good", async () => {
    const before = await app.certify();
    const old = await app.fetchText(`/certificates/${before.id}/credential.jwt`);
    const { client } = await app.comeBack(app.owner);
    const rotated = await client("POST /api/issuer-keys/rotations", {
      body: { reason: "yearly rotation" },
    });
    if (!rotated.ok) throw new Error(rotated.problem.detail);
    expect(rotated.value.keys.map(({ retiredAt }) => retiredAt === null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const after = await app.certify();
    const fresh = await app.fetchText(`/certificates/${after.id}/credential.jwt`);
    expect(decodeProtectedHeader(fresh).kid).not.toBe(decodeProtectedHeader(old).kid);
    const keys = createLocalJWKSet(await keySet());
    for (const jwt of [old, fresh]) {
      await jwtVerify(jwt, keys, { currentDate: app.clock.now() });
    }
    const halves = await app.db
      .selectFrom("signingKey")
      .select(["retiredAt", "privateKeySealed"])
      .where("purpose", "<>", "ledger")
      .execute();
    for (const { retiredAt, privateKeySealed } of halves) {
      expect(privateKeySealed.length === 0).toBe(retiredAt !== null);
    }
    const kinds = await app.db
      .selectFrom("evidence")
      .select("kind")
      .where("kind", "like", "key.%")
      .orderBy("kind")
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 4 }, () => "key.made"),
      "key.retired",
      "key.retired",
    ]);
  });
});
