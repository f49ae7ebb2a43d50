import type { EvidenceProof } from "@checkride/api/evidence";
import {
  type Bytes,
  fromHex,
  hashLeaf,
  hashNode,
  join,
  sha256,
  toHex,
  utf8,
} from "./browser-hash.ts";
import { canonicalJson } from "./canonical-json.ts";

const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

const signedCheckpoint = async (size: number, root: string) => {
  const origin = "ledger.example.org";
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("Ed25519 makes key pairs");
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const typed = join(Uint8Array.of(1), publicKey);
  const keyId = (await sha256(join(utf8(`${origin}\n`), typed))).slice(0, 4);
  const text = `${origin}\n${size}\n${toBase64(fromHex(root) ?? new Uint8Array())}\n`;
  const signature = new Uint8Array(
    await crypto.subtle.sign("Ed25519", pair.privateKey, utf8(text)),
  );
  return {
    checkpoint: `${text}\n— ${origin} ${toBase64(join(keyId, signature))}\n`,
    vkey: `${origin}+${toHex(keyId)}+${toBase64(typed)}`,
  };
};

/** A tree of three leaves with the fact as its second one. */
export const makeProof = async (): Promise<EvidenceProof> => {
  const person = { id: "0198b5c0-0000-7000-8000-000000000001", name: "Ada Okafor" };
  const body = { activity: "lab/L17", score: 0.92, passed: true, tags: ["ä", "z"] };
  const salt = "5a".repeat(32);
  const record = canonicalJson({ actor: null, body, person: person.id });
  const commitment = toHex(await sha256(join(fromHex(salt) ?? new Uint8Array(), utf8(record))));
  const entry = {
    at: "2026-05-03T09:30:00.000Z",
    commitment,
    id: "0198b5c0-0000-7000-8000-000000000002",
    kind: "activity.passed",
    v: 1,
  };
  const before = await hashLeaf(utf8("before"));
  const leaf = await hashLeaf(utf8(canonicalJson(entry)));
  const after = await hashLeaf(utf8("after"));
  const root = toHex(await hashNode(await hashNode(before, leaf), after));
  return {
    row: { ...entry, person, actor: null, body, erased: false, seq: 1 },
    commitment,
    salt,
    leaf: toHex(leaf),
    size: 3,
    root,
    inclusion: [toHex(before), toHex(after)],
    ...(await signedCheckpoint(3, root)),
  };
};
