import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSigner, openNote, parseVkey, signNote } from "./note.ts";
import { signedNote } from "./vectors.test-data.ts";

const { text, peter, enoch } = signedNote;

function keyOf(vkey: string) {
  const key = parseVkey(vkey);
  if (!key.ok) throw new Error(key.error.message);
  return key.value;
}

/** The published signing keys carry the 32-byte Ed25519 seed; PKCS #8 (RFC 8410) wraps it. */
function signerOf(name: string, skey: string) {
  const seed = Buffer.from(skey.split("+").slice(4).join("+"), "base64").subarray(1);
  const key = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  return makeSigner(name, createPrivateKey({ key, format: "der", type: "pkcs8" }));
}

const peterKey = keyOf(peter.vkey);
const signed = `${text}\n${peter.line}`;

describe("the published vectors", () => {
  test("signing gives the published note and the published public key", () => {
    const signer = signerOf("PeterNeumann", peter.skey);
    expect(signer.vkey).toBe(peter.vkey);
    expect(signNote(text, signer)).toBe(signed);
  });

  test("either signature opens the note that both have signed", () => {
    const both = `${signed}${enoch.line}`;
    expect(openNote(both, peterKey)).toEqual({ ok: true, value: text });
    expect(openNote(both, keyOf(enoch.vkey))).toEqual({ ok: true, value: text });
  });

  test("a note signed only by others is refused and says by whom", () => {
    expect(openNote(`${text}\n${enoch.line}`, peterKey)).toMatchObject({
      ok: false,
      error: { code: "signature-missing", message: expect.stringContaining("EnochRoot+af0cfe78") },
    });
  });

  test.each(signedNote.badVkeys)("public key %s is refused", (vkey) => {
    expect(parseVkey(vkey).ok).toBe(false);
  });

  test("no part and no neighbour of the public key is a public key", () => {
    const { vkey } = peter;
    for (let i = 0; i < vkey.length; i++) {
      const neighbour = String.fromCharCode(vkey.charCodeAt(i) + 1);
      expect(parseVkey(vkey.slice(0, i) + neighbour + vkey.slice(i + 1)).ok).toBe(false);
      for (let j = i + 1; j <= vkey.length; j++) {
        if (j - i < vkey.length) expect(parseVkey(vkey.slice(i, j)).ok).toBe(false);
      }
    }
  });

  test.each([
    ["no signature", text],
    ["an empty signature part", `${text}\n`],
    ["a cut last line", signed.slice(0, -1)],
    ["a control character", `\u0001${signed}`],
    ["half a surrogate pair", `\ud800${signed}`],
    ["a key name with a space", `${text}\n${peter.line.replace("PeterNeumann", "Bad Name")}`],
    ["a line that is no signature", `${signed}Unexpected line.\n`],
    ["more than a hundred signatures", `${text}\n${peter.line.repeat(101)}`],
  ])("%s makes the note malformed", (_name, note) => {
    expect(openNote(note, peterKey)).toMatchObject({
      ok: false,
      error: { code: "note-malformed" },
    });
  });

  test("a signature with bytes put in is wrong, not ignored", () => {
    const longer = `${peter.line.slice(0, 60)}ABCD${peter.line.slice(60)}`;
    for (const note of [`${text}\n${longer}`, `${signed}${longer}`]) {
      expect(openNote(note, peterKey)).toMatchObject({ error: { code: "signature-wrong" } });
    }
  });
});

test("any changed character of a signed note is refused", () => {
  fc.assert(
    fc.property(
      fc.nat(signed.length - 1),
      fc.string({ unit: "grapheme-ascii", minLength: 0, maxLength: 2 }),
      (at, put) => {
        const changed = signed.slice(0, at) + put + signed.slice(at + 1);
        if (changed !== signed) expect(openNote(changed, peterKey).ok).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test("a signer of another kind of key or with an unusable name is a bug", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  expect(() => makeSigner("a name", privateKey)).toThrow("cannot name a key");
  expect(() => makeSigner("", privateKey)).toThrow("cannot name a key");
  const other = generateKeyPairSync("x25519");
  expect(() => makeSigner("name", other.privateKey)).toThrow("Ed25519");
  expect(() => signNote("no newline", makeSigner("name", privateKey))).toThrow("newline");
});
