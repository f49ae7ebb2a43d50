import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addProof, isProven, multibaseOf } from "./data-integrity.ts";

const multikey = "https://w3id.org/security/multikey/v1";

/** A controller with one key, as a verifier would fetch both. */
const documentsFor = (controller: string, name: string, more: readonly [string, object][] = []) => {
  const id = `${controller}#${name}`;
  return new Map<string, object>([
    [
      controller,
      { "@context": ["https://www.w3.org/ns/did/v1"], id: controller, assertionMethod: [id] },
    ],
    [id, { "@context": multikey, id, type: "Multikey", controller, publicKeyMultibase: name }],
    ...more,
  ]);
};

describe("the published vector of eddsa-rdfc-2022", () => {
  // W3C Data Integrity EdDSA Cryptosuites v1.0, appendix "Test Vectors", eddsa-rdfc-2022:
  // github.com/w3c/vc-di-eddsa, TestVectors/eddsa-rdfc-2022/signedDataInt.json (6767a890), with TestVectors/keyPair.json.
  const credential = {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://www.w3.org/ns/credentials/examples/v2",
    ],
    id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    type: ["VerifiableCredential", "AlumniCredential"],
    name: "Alumni Credential",
    description: "A minimum viable example of an Alumni Credential.",
    issuer: "https://vc.example/issuers/5678",
    validFrom: "2023-01-01T00:00:00Z",
    credentialSubject: { id: "did:example:abcdefgh", alumniOf: "The School of Examples" },
    proof: {
      type: "DataIntegrityProof",
      cryptosuite: "eddsa-rdfc-2022",
      created: "2023-02-24T23:36:38Z",
      verificationMethod:
        "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
      proofPurpose: "assertionMethod",
      proofValue:
        "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9",
    },
  };
  const examples = { "@context": { "@vocab": "https://www.w3.org/ns/credentials/examples#" } };
  const documents = documentsFor(
    "https://vc.example/issuers/5678",
    "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
    [["https://www.w3.org/ns/credentials/examples/v2", examples]],
  );
  const now = new Date("2023-03-01T00:00:00Z");

  it("is accepted, and refused with one letter changed", async () => {
    expect(await isProven(credential, documents, now)).toBe(true);
    for (const changed of [
      { ...credential, name: "Alumni credential" },
      { ...credential, proof: { ...credential.proof, created: "2023-02-24T23:36:39Z" } },
      { ...credential, proof: { ...credential.proof, proofPurpose: "authentication" } },
    ]) {
      expect(await isProven(changed, documents, now)).toBe(false);
    }
  });
});

describe("our own proof", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const controller = "https://checkride.example.com/issuer";
  const at = new Date("2026-11-21T12:00:00Z");
  const bare = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential"],
    issuer: controller,
    validFrom: "2026-11-21T12:00:00Z",
    credentialSubject: { name: "somebody" },
  };

  it("is the same to the letter each time, and holds", async () => {
    const name = await multibaseOf(publicKey);
    const key = { methodId: `${controller}#${name}`, privateKey };
    const signed = await addProof(bare, key, at);
    expect(signed).toEqual(await addProof(bare, key, at));
    expect(await isProven(signed, documentsFor(controller, name), at)).toBe(true);
  });

  it("never asks the network for what it does not know", async () => {
    const name = await multibaseOf(publicKey);
    const key = { methodId: `${controller}#${name}`, privateKey };
    const context = [...bare["@context"], "https://evil.example/context.json"];
    await expect(addProof({ ...bare, "@context": context }, key, at)).rejects.toThrow();
    const signed = await addProof(bare, key, at);
    expect(await isProven(signed, new Map(), at)).toBe(false);
  });
});
