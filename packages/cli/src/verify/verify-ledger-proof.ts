import { canonicalJson } from "@checkride/ledger/canonical";
import { openCheckpoint } from "@checkride/ledger/checkpoint";
import { commitText, leafHash, makeEntry } from "@checkride/ledger/entry";
import { verifyInclusion } from "@checkride/ledger/verify-proof";
import type { Outcome } from "../outcome.ts";
import type { Paint } from "../paint.ts";
import { type LedgerProof, readLedgerProof } from "./read-ledger-proof.ts";
import { disproved, notProved, proved } from "./verified.ts";

const committedBy = ({ person, actor, body, salt }: LedgerProof): string | null => {
  if (body === null || salt === null) return null;
  const text = canonicalJson({ person, actor, body });
  return text.ok ? commitText(text.value, Buffer.from(salt, "hex")) : "";
};

/** Null: what it shows leads to its root; else what was changed. */
const faultIn = (proof: LedgerProof): string | null => {
  const { id, at, kind, seq, commitment, leaf, size, root, inclusion } = proof;
  const committed = committedBy(proof);
  if (committed !== null && committed !== commitment) return "its content was changed";
  // A body without its salt, or the other way round, is shown but proved by nothing.
  if (committed === null && (proof.body !== null || proof.salt !== null)) {
    return "its content cannot be checked";
  }
  const entry = makeEntry({ id, at, kind, commitment });
  if (!entry.ok || leafHash(entry.value) !== leaf) return "its time, kind or id was changed";
  return verifyInclusion({ index: seq, size, leaf, proof: inclusion, root })
    ? null
    : "it does not lead to the root of the ledger";
};

/** A proof as `GET /api/evidence/{id}/proof` gives it. Only the key that the caller trusts counts. */
export const verifyLedgerProof = (value: unknown, key: string | null, paint: Paint): Outcome => {
  const proof = readLedgerProof(value);
  if (!proof) {
    return disproved("This is no proof of the ledger.", { kind: "ledger-proof" }, paint);
  }
  const { id, kind, at, seq } = proof;
  const facts = { kind: "ledger-proof", evidence: id, of: kind, at, seq, size: proof.size };
  const note = openCheckpoint(proof.checkpoint, key ?? proof.vkey);
  if (!note.ok) {
    return disproved(`This proof is not believed: ${note.error.message}.`, facts, paint);
  }
  const { size, root, origin } = note.value;
  const fault =
    size === proof.size && root === proof.root
      ? faultIn(proof)
      : "it is for another checkpoint than the signed one";
  if (fault !== null) return disproved(`This proof is not believed: ${fault}.`, facts, paint);
  const what = proof.body === null ? "something (its content is erased) of the kind" : "the fact";
  const says = `The ledger ${origin} holds ${what} ${kind} of ${at} as row ${seq} of ${size}.`;
  return key === null
    ? notProved(
        `${says} So says the proof itself.`,
        "Give the ledger's public key with --key or --key-file, from the people who run Checkride.",
        { ...facts, origin },
        paint,
      )
    : proved(says, { ...facts, origin }, paint);
};
