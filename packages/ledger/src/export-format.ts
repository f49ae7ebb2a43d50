import { canonicalJson } from "./canonical.ts";
import { type Entry, type LedgerRecord, leafHash, SALT_BYTES } from "./entry.ts";
import type { Hash } from "./hashes.ts";
import { rootOfLeaves } from "./tree.ts";

// An export is text, one canonical JSON object (RFC 8785) a line: a header, then the rows in order,
// in a complete export with a line after each block of 256 rows. Three hashes stand between a row
// and the signed root (commitment, leaf, block root), so that whatever was changed can be located.

export const EXPORT_FORMAT = "checkride-ledger";
export const EXPORT_VERSION = 1;
export const BLOCK_ROWS = 256;

/** `from` is included, `to` is not. A description: what it left out cannot be seen in the file. */
export type ExportFilter = {
  readonly person?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
};

export type ExportHeader = {
  readonly origin: string;
  readonly vkey: string;
  /** The signed note. */
  readonly checkpoint: string;
  readonly rows: number;
  readonly complete: boolean;
  readonly filter?: ExportFilter;
};

export type ExportRow = {
  readonly seq: number;
  readonly entry: Entry;
  /** null once erased. */
  readonly content: { readonly salt: Uint8Array; readonly record: LedgerRecord } | null;
  /** In a partial export: the inclusion proof for the header's checkpoint. */
  readonly proof?: readonly Hash[];
};

/** A row whose free parts are canonical JSON already. */
export type RowParts = {
  readonly seq: number;
  readonly entry: Entry;
  readonly leaf: Hash;
  readonly content: {
    readonly salt: string;
    readonly actorJson: string;
    readonly bodyJson: string;
    readonly personJson: string;
  } | null;
  readonly proof: readonly Hash[] | null;
};

function canonical(value: unknown): string {
  const text = canonicalJson(value);
  if (!text.ok) throw new Error(`cannot be exported: ${JSON.stringify(text.error)}`);
  return text.value;
}

export const headerLine = (header: ExportHeader): string =>
  canonical({ format: EXPORT_FORMAT, version: EXPORT_VERSION, ...header });

export const blockLine = (block: number, root: Hash): string =>
  `{"block":${block},"root":"${root}"}`;

/** Written out for speed, and used by the verifier too: a line must be exactly what this makes. */
export function rowText({ seq, entry, leaf, content, proof }: RowParts): string {
  const { at, commitment, id, kind } = entry;
  const kindJson = JSON.stringify(kind);
  const proofJson = proof === null ? "" : `,"proof":${JSON.stringify(proof)}`;
  if (content === null) {
    return `{"at":"${at}","commitment":"${commitment}","erased":true,"id":"${id}","kind":${kindJson},"leaf":"${leaf}"${proofJson},"seq":${seq}}`;
  }
  const { salt, actorJson, bodyJson, personJson } = content;
  return `{"actor":${actorJson},"at":"${at}","body":${bodyJson},"commitment":"${commitment}","id":"${id}","kind":${kindJson},"leaf":"${leaf}","person":${personJson}${proofJson},"salt":"${salt}","seq":${seq}}`;
}

export function rowLine({ seq, entry, content, proof }: ExportRow): string {
  if (content !== null && content.salt.length !== SALT_BYTES) {
    throw new Error(`the salt of row ${seq} has not ${SALT_BYTES} bytes`);
  }
  return rowText({
    seq,
    entry,
    leaf: leafHash(entry),
    content: content && {
      salt: Buffer.from(content.salt).toString("hex"),
      actorJson: canonical(content.record.actor),
      bodyJson: canonical(content.record.body),
      personJson: canonical(content.record.person),
    },
    proof: proof ?? null,
  });
}

/** The whole file in pieces of many lines, for rows that arrive in order of their `seq`. */
export async function* writeExport(
  header: ExportHeader,
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
): AsyncGenerator<string> {
  yield `${headerLine(header)}\n`;
  let lines: string[] = [];
  let leaves: Hash[] = [];
  let block = 0;
  for await (const row of rows) {
    lines.push(rowLine(row));
    leaves.push(leafHash(row.entry));
    if (leaves.length < BLOCK_ROWS) continue;
    yield piece(lines, header.complete ? blockLine(block, rootOfLeaves(leaves)) : null);
    block++;
    lines = [];
    leaves = [];
  }
  if (leaves.length > 0) {
    yield piece(lines, header.complete ? blockLine(block, rootOfLeaves(leaves)) : null);
  }
}

const piece = (lines: readonly string[], last: string | null): string =>
  `${[...lines, ...(last === null ? [] : [last])].join("\n")}\n`;
