import { isObject, type JsonObject } from "@checkride/verifier/read-token";

/** A proof as `GET /api/evidence/{id}/proof` gives it, as far as the mathematics needs it. */
export type LedgerProof = {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly person: string | null;
  readonly actor: string | null;
  /** Null once erased. */
  readonly body: JsonObject | null;
  readonly seq: number;
  readonly commitment: string;
  readonly salt: string | null;
  readonly leaf: string;
  readonly size: number;
  readonly root: string;
  readonly inclusion: readonly string[];
  readonly checkpoint: string;
  readonly vkey: string;
};

const isHex = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const isText = (value: unknown): value is string => typeof value === "string";

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

/** Whoever it is about; undefined: that is not said in the way it should be. */
const idOf = (who: unknown): string | null | undefined => {
  if (who === null) return null;
  return isObject(who) && isText(who["id"]) ? who["id"] : undefined;
};

const readRow = (row: unknown) => {
  if (!isObject(row)) return null;
  const { id, at, kind, body, seq } = row;
  const person = idOf(row["person"]);
  const actor = idOf(row["actor"]);
  if (person === undefined || actor === undefined || !isCount(seq)) return null;
  if (!(isText(id) && isText(at) && isText(kind))) return null;
  return body === null || isObject(body) ? { id, at, kind, person, actor, body, seq } : null;
};

/** Null: this is no proof. */
export const readLedgerProof = (value: unknown): LedgerProof | null => {
  if (!isObject(value)) return null;
  const { commitment, salt, leaf, size, root, inclusion, checkpoint, vkey } = value;
  const row = readRow(value["row"]);
  if (row === null || !isCount(size) || !isText(checkpoint) || !isText(vkey)) return null;
  if (!(isHex(commitment) && isHex(leaf) && isHex(root))) return null;
  if (!(salt === null || isHex(salt))) return null;
  if (!Array.isArray(inclusion) || !inclusion.every(isHex)) return null;
  return { ...row, commitment, salt, leaf, size, root, inclusion, checkpoint, vkey };
};
