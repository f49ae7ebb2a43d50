import { type Hash, isHash } from "./hashes.ts";
import {
  decodeBase64,
  type NoteFault,
  type NoteSigner,
  openNote,
  parseVkey,
  signNote,
} from "./note.ts";
import { isTreeSize } from "./ranges.ts";
import { err, ok, type Result } from "./result.ts";

/** C2SP tlog-checkpoint: the origin line names the ledger, root is the RFC 6962 root at size. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

export type CheckpointFault =
  | NoteFault
  | { readonly code: "checkpoint-malformed"; readonly message: string };

const isOrigin = (origin: string): boolean =>
  origin.length > 0 && origin.isWellFormed() && !/\p{Cc}/u.test(origin);

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isOrigin(origin)) throw new Error("the origin of a ledger is one line of text");
  if (!isTreeSize(size) || !isHash(root)) throw new Error(`no tree of size ${size}, root ${root}`);
  return `${origin}\n${size}\n${Buffer.from(root, "hex").toString("base64")}\n`;
}

export const signCheckpoint = (checkpoint: Checkpoint, signer: NoteSigner): string =>
  signNote(formatCheckpoint(checkpoint), signer);

/** Reads the text of a note whose signature was checked before. */
function parseCheckpoint(text: string): Result<Checkpoint, CheckpointFault> {
  const faulty = (message: string) =>
    err<CheckpointFault>({ code: "checkpoint-malformed", message });
  const [origin = "", sizeLine = "", rootLine = "", ...others] = text.slice(0, -1).split("\n");
  if (!isOrigin(origin)) return faulty("the checkpoint has no origin on its first line");
  const size = /^(0|[1-9][0-9]*)$/.test(sizeLine) ? Number(sizeLine) : Number.NaN;
  if (!isTreeSize(size)) return faulty("the checkpoint's second line is no tree size");
  const root = decodeBase64(rootLine)?.toString("hex");
  if (!isHash(root)) return faulty("the checkpoint's third line is no root: 32 bytes in base64");
  // Extension lines are allowed by the format and mean nothing to us.
  if (others.includes("")) return faulty("the checkpoint has an empty line in its text");
  return ok({ origin, size, root });
}

/** What a checkpoint says, believed only if the holder of this key has signed it. */
export function openCheckpoint(note: string, vkey: string): Result<Checkpoint, CheckpointFault> {
  const key = parseVkey(vkey);
  if (!key.ok) return key;
  const text = openNote(note, key.value);
  return text.ok ? parseCheckpoint(text.value) : text;
}
