import { canonicalJson } from "./canonical.ts";
import { commitText, type Entry, leafHash, makeEntry, recordText } from "./entry.ts";
import { type RowParts, rowText } from "./export-format.ts";
import { type Hash, isHash } from "./hashes.ts";
import { fieldFaults, fieldNames, isFields, type JsonFields } from "./json-line.ts";
import { isTreeSize } from "./ranges.ts";

export type RowFault = {
  readonly code: "row-malformed" | "row-not-canonical" | "row-content" | "row-entry";
  readonly message: string;
};

/** What a row line says and what is wrong with it, as far as the line alone can tell. */
export type RowReading = {
  readonly faults: readonly RowFault[];
  readonly seq: number | null;
  /** The leaf hash that the line states, and the one that its entry gives. */
  readonly statedLeaf: Hash | null;
  readonly computedLeaf: Hash | null;
  readonly entry: Entry | null;
  readonly person: string | null;
  readonly erased: boolean;
  readonly proof: readonly Hash[];
};

const entryNames = ["id", "at", "kind", "commitment", "leaf", "seq"];
const liveNames = [...entryNames, "person", "actor", "body", "salt"];
const erasedNames = [...entryNames, "erased"];
const namesOf = {
  complete: { live: fieldNames(liveNames), erased: fieldNames(erasedNames) },
  partial: {
    live: fieldNames([...liveNames, "proof"]),
    erased: fieldNames([...erasedNames, "proof"]),
  },
};

export function readRow(line: string, fields: JsonFields, withProof: boolean): RowReading {
  const erased = Object.hasOwn(fields, "erased");
  const names = namesOf[withProof ? "partial" : "complete"][erased ? "erased" : "live"];
  const { seq, leaf, person, proof, erased: erasedField } = fields;
  const reading = {
    seq: typeof seq === "number" && isTreeSize(seq) ? seq : null,
    statedLeaf: isHash(leaf) ? leaf : null,
    person: typeof person === "string" ? person : null,
    erased,
    proof: Array.isArray(proof) ? proof.filter(isHash) : [],
  };
  const faults = fieldFaults(fields, names);
  if (reading.seq === null) faults.push("seq must be a whole number");
  if (reading.statedLeaf === null) faults.push("leaf must be 64 lower-case hex digits");
  if (erased && erasedField !== true) faults.push("erased must be true or absent");
  if (withProof && !isHashes(proof)) faults.push("proof must be a list of hashes");
  const entry = readEntry(fields, faults);
  const content = erased ? null : readContent(fields, faults);
  if (faults.length > 0 || entry === null || reading.seq === null || reading.statedLeaf === null) {
    const malformed = faults.map((message): RowFault => ({ code: "row-malformed", message }));
    return { ...reading, faults: malformed, computedLeaf: null, entry };
  }
  const parts: RowParts = {
    seq: reading.seq,
    entry,
    leaf: reading.statedLeaf,
    content,
    proof: withProof ? reading.proof : null,
  };
  const computedLeaf = leafHash(entry);
  return { ...reading, faults: compare(line, parts, computedLeaf), computedLeaf, entry };
}

const isHashes = (value: unknown): boolean => Array.isArray(value) && value.every(isHash);

function readEntry(fields: JsonFields, faults: string[]): Entry | null {
  const { id, at, kind, commitment } = fields;
  const entry = makeEntry({
    id: typeof id === "string" ? id : "",
    at: typeof at === "string" ? at : "",
    kind: typeof kind === "string" ? kind : "",
    commitment: typeof commitment === "string" ? commitment : "",
  });
  if (entry.ok) return entry.value;
  const given = entry.error.filter(({ field }) => fields[field] !== undefined);
  faults.push(...given.map(({ message }) => message));
  return null;
}

function readContent(fields: JsonFields, faults: string[]): RowParts["content"] {
  const { person, actor, body, salt } = fields;
  const personJson = nameJson("person", person, faults);
  const actorJson = nameJson("actor", actor, faults);
  const bodyJson = readBody(body, faults);
  if (!isHash(salt)) {
    if (salt !== undefined) faults.push("salt must be 64 lower-case hex digits");
    return null;
  }
  return { salt, personJson, actorJson, bodyJson };
}

function nameJson(field: string, value: unknown, faults: string[]): string {
  if (value === undefined) return "";
  if (value === null || (typeof value === "string" && value.isWellFormed())) {
    return JSON.stringify(value);
  }
  faults.push(`${field} must be text or null`);
  return "";
}

function readBody(body: unknown, faults: string[]): string {
  if (body === undefined) return "";
  if (!isFields(body)) {
    faults.push("body must be an object");
    return "";
  }
  const text = canonicalJson(body);
  if (text.ok) return text.value;
  faults.push(...text.error.map(({ path, message }) => `body${path}: ${message}`));
  return "";
}

function compare(line: string, parts: RowParts, computedLeaf: Hash): RowFault[] {
  const faults: RowFault[] = [];
  if (rowText(parts) !== line) {
    const message =
      "the line is not in canonical form (spaces, order, repeated fields, escapes or numbers written otherwise): it was edited";
    faults.push({ code: "row-not-canonical", message });
  }
  const { content, entry } = parts;
  if (content !== null) {
    const record = recordText(content.actorJson, content.bodyJson, content.personJson);
    if (commitText(record, Buffer.from(content.salt, "hex")) !== entry.commitment) {
      const message =
        "the content does not match its commitment: body, person, actor, salt or commitment was changed";
      faults.push({ code: "row-content", message });
    }
  }
  if (computedLeaf !== parts.leaf) {
    const message =
      "the entry does not match its leaf hash: id, at, kind, commitment or leaf was changed";
    faults.push({ code: "row-entry", message });
  }
  return faults;
}
