import { type Bytes, fromBase64, join, sha256, toHex, utf8 } from "./browser-hash.ts";

/** C2SP tlog-checkpoint in a C2SP signed-note: the text up to the blank line is what is signed. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly signedText: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Bytes }[];
};

export const parseCheckpoint = (note: string): Checkpoint | null => {
  const split = note.indexOf("\n\n");
  if (split < 0) return null;
  const signedText = note.slice(0, split + 1);
  const [origin = "", size = "", rootBase64 = ""] = signedText.split("\n");
  const root = fromBase64(rootBase64);
  if (origin === "" || !/^(0|[1-9]\d*)$/.test(size) || root?.length !== 32) return null;
  const signatures = note
    .slice(split + 2)
    .split("\n")
    .flatMap((line) => {
      const [, name, base64] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = fromBase64(base64 ?? "");
      return name !== undefined && bytes && bytes.length > 4 ? [{ name, bytes }] : [];
    });
  return { origin, size: Number(size), root: toHex(root), signedText, signatures };
};

export type VerifierKey = { readonly name: string; readonly id: string; readonly key: Bytes };

const ED25519 = 1;

/** `name+keyid+base64(type byte, key)`; the base64 may itself hold a plus sign, a name may not. */
export const parseVerifierKey = async (vkey: string): Promise<VerifierKey | null> => {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const typed = fromBase64(base64 ?? "");
  if (name === undefined || id === undefined || typed?.length !== 33 || typed[0] !== ED25519) {
    return null;
  }
  const digest = await sha256(join(utf8(`${name}\n`), typed));
  return toHex(digest.slice(0, 4)) === id ? { name, id, key: typed.slice(1) } : null;
};

/** Whether the key's holder signed this; "unsupported" where the browser has no Ed25519. */
export const checkSignature = async (
  checkpoint: Checkpoint,
  verifier: VerifierKey,
): Promise<"holds" | "fails" | "unsupported"> => {
  const signature = checkpoint.signatures.find(
    ({ name, bytes }) => name === verifier.name && toHex(bytes.slice(0, 4)) === verifier.id,
  );
  if (!signature) return "fails";
  const key = await crypto.subtle
    .importKey("raw", verifier.key, "Ed25519", false, ["verify"])
    .catch(() => null);
  if (!key) return "unsupported";
  const signed = utf8(checkpoint.signedText);
  const holds = await crypto.subtle.verify("Ed25519", key, signature.bytes.slice(4), signed);
  return holds ? "holds" : "fails";
};
