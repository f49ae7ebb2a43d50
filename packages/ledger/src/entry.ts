import { canonicalJson, type JsonFault, type JsonObject } from "./canonical.ts";
import { type Hash, hashLeaf, isHash, sha256 } from "./hashes.ts";
import { err, ok, type Result } from "./result.ts";

/**
 * What an entry commits to. Person and actor are inside, so that erasing salt and record leaves a
 * tree that still verifies and says only "something of this kind was recorded at this time".
 */
export type LedgerRecord = {
  readonly person: string | null;
  readonly actor: string | null;
  readonly body: JsonObject;
};

/** What the tree keeps for ever: one leaf. */
export type Entry = {
  readonly v: 1;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly commitment: Hash;
};

export type EntryFault = {
  readonly field: "id" | "at" | "kind" | "commitment";
  readonly message: string;
};

export const SALT_BYTES = 32;

export function commit(record: LedgerRecord, salt: Uint8Array): Result<Hash, readonly JsonFault[]> {
  const { person, actor, body } = record;
  const text = canonicalJson({ person, actor, body });
  return text.ok ? ok(commitText(text.value, salt)) : text;
}

/** SHA-256(salt || canonical record). The salt keeps a short record from being found by guessing. */
export function commitText(recordText: string, salt: Uint8Array): Hash {
  if (salt.length !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes`);
  const input = Buffer.allocUnsafe(SALT_BYTES + Buffer.byteLength(recordText));
  input.set(salt, 0);
  input.write(recordText, SALT_BYTES);
  return sha256(input);
}

/** The canonical form of a record whose parts are canonical already: keys in RFC 8785 order. */
export const recordText = (actorJson: string, bodyJson: string, personJson: string): string =>
  `{"actor":${actorJson},"body":${bodyJson},"person":${personJson}}`;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const timePattern = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;
const KIND_MAX_LENGTH = 200;

const isKind = (kind: string): boolean =>
  kind.length > 0 &&
  kind.length <= KIND_MAX_LENGTH &&
  kind.isWellFormed() &&
  // Control characters, for they could hide in a printed report.
  !/\p{Cc}/u.test(kind);

/** Milliseconds of an ISO 8601 UTC time with milliseconds, or null when it is no such time. */
export function timeMs(at: string): number | null {
  if (!timePattern.test(at)) return null;
  const ms = Date.parse(at);
  // 2026-02-31 has the right form and is no day: engines either refuse it or roll over into March.
  return new Date(ms).getUTCDate() === Number(at.slice(8, 10)) ? ms : null;
}

export function makeEntry(parts: Omit<Entry, "v">): Result<Entry, readonly EntryFault[]> {
  const faults: EntryFault[] = [];
  const { id, at, kind, commitment } = parts;
  if (!uuidPattern.test(id)) {
    faults.push({ field: "id", message: "id must be a lower-case UUID" });
  }
  if (timeMs(at) === null) {
    faults.push({ field: "at", message: "at must be a UTC time such as 2026-05-03T09:30:00.000Z" });
  }
  if (!isKind(kind)) {
    const message = `kind must be 1 to ${KIND_MAX_LENGTH} characters without control characters`;
    faults.push({ field: "kind", message });
  }
  if (!isHash(commitment)) {
    faults.push({ field: "commitment", message: "commitment must be 64 lower-case hex digits" });
  }
  return faults.length > 0 ? err(faults) : ok({ v: 1, id, at, kind, commitment });
}

/** Canonical JSON, written out: of a checked entry only the kind can hold what needs escaping. */
export const leafData = (entry: Entry): string =>
  `{"at":"${entry.at}","commitment":"${entry.commitment}","id":"${entry.id}","kind":${JSON.stringify(entry.kind)},"v":${entry.v}}`;

export const leafHash = (entry: Entry): Hash => hashLeaf(leafData(entry));
