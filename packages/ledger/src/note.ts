import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { sha256 } from "./hashes.ts";
import { err, ok, type Result } from "./result.ts";

// C2SP signed-note with Ed25519 (signature type 0x01), nothing else: one way in, one way to be wrong.

const ED25519 = 1;
const PUBLIC_KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const MAX_SIGNATURES = 100;
const MAX_NOTE_LENGTH = 1_000_000;

/** The fixed beginning of every Ed25519 key in SPKI form (RFC 8410); the 32 raw bytes follow. */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

export type VerifierKey = {
  readonly name: string;
  /** Eight hex digits: SHA-256(name || 0x0A || 0x01 || public key), first four bytes. */
  readonly id: string;
  readonly publicKey: KeyObject;
};

export type NoteSigner = {
  readonly name: string;
  readonly id: string;
  readonly vkey: string;
  readonly privateKey: KeyObject;
};

export type NoteFault = {
  readonly code: "vkey-malformed" | "note-malformed" | "signature-missing" | "signature-wrong";
  readonly message: string;
};

const isKeyName = (name: string): boolean => /^[^\s+\p{Cc}\p{Cs}]+$/u.test(name);

function keyId(name: string, publicKey: Uint8Array): string {
  const input = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]);
  return sha256(input).slice(0, 2 * KEY_ID_BYTES);
}

/** Base64 as RFC 4648 section 4 has it, or null: one text for one value, so no byte can be varied. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

export function parseVkey(vkey: string): Result<VerifierKey, NoteFault> {
  const faulty = (why: string) =>
    err<NoteFault>({ code: "vkey-malformed", message: `the public key ${why}` });
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey) ?? [];
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) {
    return faulty("is not of the form name+id+key; give the whole line that the ledger publishes");
  }
  const bytes = decodeBase64(encoded);
  if (bytes?.length !== 1 + PUBLIC_KEY_BYTES || bytes[0] !== ED25519) {
    return faulty("does not hold an Ed25519 key: 33 bytes, the first of them 1, in base64");
  }
  const raw = bytes.subarray(1);
  if (keyId(name, raw) !== id) return faulty(`does not belong to its id ${id}: it was mistyped`);
  const key = Buffer.concat([SPKI_PREFIX, raw]);
  return ok({ name, id, publicKey: createPublicKey({ key, format: "der", type: "spki" }) });
}

/** The public key as verifiers read it, from its 32 raw bytes. */
export function formatVkey(name: string, raw: Uint8Array): string {
  const encoded = Buffer.concat([Buffer.of(ED25519), raw]).toString("base64");
  return `${name}+${keyId(name, raw)}+${encoded}`;
}

/** A wrong name or kind of key is a fault of the installation, not of any input: it throws. */
export function makeSigner(name: string, privateKey: KeyObject): NoteSigner {
  if (!isKeyName(name)) throw new Error(`"${name}" cannot name a key: no spaces, no plus`);
  if (privateKey.type !== "private" || privateKey.asymmetricKeyType !== "ed25519") {
    throw new Error("checkpoints are signed with an Ed25519 private key");
  }
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  const raw = spki.subarray(SPKI_PREFIX.length);
  return { name, id: keyId(name, raw), vkey: formatVkey(name, raw), privateKey };
}

export function signNote(text: string, signer: NoteSigner): string {
  if (!isNoteText(text)) {
    throw new Error("a note is lines of well-formed text, each ended by a newline");
  }
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const encoded = Buffer.concat([Buffer.from(signer.id, "hex"), signature]).toString("base64");
  return `${text}\n— ${signer.name} ${encoded}\n`;
}

const isNoteText = (text: string): boolean =>
  text.length <= MAX_NOTE_LENGTH &&
  text.endsWith("\n") &&
  text.isWellFormed() &&
  !/[^\P{Cc}\n\u007f-\u009f]/u.test(text);

type SignatureLine = { readonly name: string; readonly id: string; readonly signature: Buffer };

type SplitNote = { readonly text: string; readonly signatures: readonly SignatureLine[] };

/** Takes a note apart without believing any of it. */
function splitNote(note: string): Result<SplitNote, NoteFault> {
  const faulty = (why: string) => err<NoteFault>({ code: "note-malformed", message: why });
  if (!isNoteText(note)) {
    return faulty(
      "the signed note is no text of whole lines (it is cut or holds control characters)",
    );
  }
  const gap = note.lastIndexOf("\n\n");
  if (gap === -1) return faulty("the signed note has no blank line before its signatures");
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) {
    return faulty(`the signed note has more than ${MAX_SIGNATURES} signatures`);
  }
  const signatures: SignatureLine[] = [];
  for (const line of lines) {
    const parsed = parseSignatureLine(line);
    if (parsed === null) return faulty("the signed note has a signature line that cannot be read");
    signatures.push(parsed);
  }
  return ok({ text, signatures });
}

function parseSignatureLine(line: string): SignatureLine | null {
  const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return null;
  const bytes = decodeBase64(encoded);
  if (bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return {
    name,
    id: bytes.toString("hex", 0, KEY_ID_BYTES),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

/**
 * The text of a note that this key has signed. Signatures of other keys are ignored; one wrong
 * signature under our key's name and id refuses the note.
 */
export function openNote(note: string, key: VerifierKey): Result<string, NoteFault> {
  const split = splitNote(note);
  if (!split.ok) return split;
  const { text, signatures } = split.value;
  const ours = signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (ours.length === 0) {
    const found = signatures.map(({ name, id }) => `${name}+${id}`).join(", ");
    const message = `no signature of ${key.name}+${key.id}; the note is signed by ${found}`;
    return err({ code: "signature-missing", message });
  }
  const data = Buffer.from(text);
  const genuine = ours.every(
    ({ signature }) =>
      signature.length === SIGNATURE_BYTES && verify(null, data, key.publicKey, signature),
  );
  if (genuine) return ok(text);
  const message = `the signature of ${key.name}+${key.id} does not fit the text: one of them was changed`;
  return err({ code: "signature-wrong", message });
}
