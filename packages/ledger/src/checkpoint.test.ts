import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { EMPTY_ROOT, sha256 } from "./hashes.ts";
import { makeSigner, signNote } from "./note.ts";
import { signedNote } from "./vectors.test-data.ts";

const signer = makeSigner("ledger.example", generateKeyPairSync("ed25519").privateKey);
const checkpoint = { origin: "ledger.example/evidence", size: 41, root: sha256("root") };

test.each(signedNote.checkpoints)("a real checkpoint of size $size verifies", (published) => {
  const { note, vkey, origin, size } = published;
  expect(openCheckpoint(note, vkey)).toMatchObject({ ok: true, value: { origin, size } });
  const other = note.replace(String(size), String(size + 1));
  expect(openCheckpoint(other, vkey)).toMatchObject({ error: { code: "signature-wrong" } });
});

test.each([checkpoint, { ...checkpoint, size: 0, root: EMPTY_ROOT }])(
  "what was signed comes back, size $size",
  (signed) => {
    const note = signCheckpoint(signed, signer);
    expect(openCheckpoint(note, signer.vkey)).toEqual({ ok: true, value: signed });
  },
);

test("the same name with another key opens nothing", () => {
  const imposter = makeSigner("ledger.example", generateKeyPairSync("ed25519").privateKey);
  const note = signCheckpoint(checkpoint, imposter);
  expect(openCheckpoint(note, signer.vkey)).toMatchObject({ error: { code: "signature-missing" } });
});

test("lines after the root are allowed and ignored", () => {
  const root = Buffer.from(checkpoint.root, "hex").toString("base64");
  const note = signNote(`o\n7\n${root}\nextension\n`, signer);
  expect(openCheckpoint(note, signer.vkey)).toMatchObject({ ok: true, value: { size: 7 } });
});

describe("a signed text that is no checkpoint is refused", () => {
  const root = Buffer.from(EMPTY_ROOT, "hex").toString("base64");
  test.each([
    ["no origin", `\n0\n${root}\n`],
    ["no size", "o\n"],
    ["a leading zero", `o\n07\n${root}\n`],
    ["a negative size", `o\n-1\n${root}\n`],
    ["a size beyond 2^53", `o\n9007199254740993\n${root}\n`],
    ["a short root", "o\n1\nAAAA\n"],
    ["a root in other base64", `o\n1\n${root.replace("=", "")}\n`],
    ["an empty extension line", `o\n1\n${root}\n\nx\n`],
  ])("%s", (_name, text) => {
    const opened = openCheckpoint(signNote(text, signer), signer.vkey);
    expect(opened).toMatchObject({ ok: false, error: { code: "checkpoint-malformed" } });
  });
});

test("an origin of two lines cannot be signed", () => {
  expect(() => signCheckpoint({ ...checkpoint, origin: "a\nb" }, signer)).toThrow("one line");
});
