import type { EvidenceProof } from "@checkride/api/evidence";
import { fromHex, hashLeaf, join, sha256, toHex, utf8 } from "./browser-hash.ts";
import { canonicalJson } from "./canonical-json.ts";
import {
  type Checkpoint,
  checkSignature,
  parseCheckpoint,
  parseVerifierKey,
} from "./checkpoint.ts";
import { climb, inclusionPath } from "./inclusion-path.ts";

export type ProofCheck = {
  readonly step: "record" | "leaf" | "path" | "checkpoint" | "signature";
  readonly outcome: "holds" | "fails" | "not-checked";
  readonly says: string;
};

const checked = (
  step: ProofCheck["step"],
  holds: boolean,
  whenHolds: string,
  whenFails: string,
): ProofCheck => ({
  step,
  outcome: holds ? "holds" : "fails",
  says: holds ? whenHolds : whenFails,
});

/** SHA-256(salt || canonical record) must be the commitment that the leaf carries. */
const checkRecord = async ({ row, salt, commitment }: EvidenceProof): Promise<ProofCheck> => {
  if (row.erased || row.body === null || salt === null) {
    return {
      step: "record",
      outcome: "not-checked",
      says: "The record and its salt were erased, so the commitment cannot be computed again. The leaf still proves that something of this kind was recorded at this time.",
    };
  }
  const { actor, body, person } = row;
  const record = canonicalJson({ actor: actor?.id ?? null, body, person: person?.id ?? null });
  const saltBytes = fromHex(salt);
  const digest = saltBytes && toHex(await sha256(join(saltBytes, utf8(record))));
  return checked(
    "record",
    digest === commitment,
    "The record shown here is the one that was committed to: its canonical form with its salt hashes to the commitment.",
    "The record shown here is not the one that was committed to: its hash differs from the commitment.",
  );
};

const checkLeaf = async ({ row, commitment, leaf }: EvidenceProof): Promise<ProofCheck> => {
  const { at, id, kind } = row;
  const digest = await hashLeaf(utf8(canonicalJson({ at, commitment, id, kind, v: 1 })));
  return checked(
    "leaf",
    toHex(digest) === leaf,
    "Id, time, kind and commitment hash to the leaf.",
    "Id, time, kind and commitment do not hash to the leaf: one of them was changed.",
  );
};

const checkPath = async ({
  row,
  leaf,
  size,
  inclusion,
  root,
}: EvidenceProof): Promise<ProofCheck> => {
  const steps = row.seq === null ? null : inclusionPath(row.seq, size);
  const reached = steps && (await climb(leaf, steps, inclusion));
  const top = reached && (reached.at(-1) ?? leaf);
  return checked(
    "path",
    top === root,
    `The leaf is number ${row.seq} of ${size} under this root: ${inclusion.length} hashes lead up to it.`,
    "The hashes of the path do not lead from the leaf to the root.",
  );
};

const checkCheckpoint = (proof: EvidenceProof, checkpoint: Checkpoint | null): ProofCheck =>
  checked(
    "checkpoint",
    checkpoint?.size === proof.size && checkpoint.root === proof.root,
    "The checkpoint names this root and this size.",
    checkpoint
      ? "The checkpoint names another root or another size."
      : "The checkpoint cannot be read.",
  );

const checkSigned = async (
  proof: EvidenceProof,
  checkpoint: Checkpoint | null,
): Promise<ProofCheck> => {
  const key = await parseVerifierKey(proof.vkey);
  const outcome = checkpoint && key ? await checkSignature(checkpoint, key) : "fails";
  if (outcome === "unsupported") {
    return {
      step: "signature",
      outcome: "not-checked",
      says: "This browser has no Ed25519, so the signature of the checkpoint was not checked. The command line can do it.",
    };
  }
  return checked(
    "signature",
    outcome === "holds",
    "The checkpoint is signed by the key shown here. That this key is the organisation's, only a copy obtained another way can tell.",
    "The checkpoint is not signed by the key shown here.",
  );
};

/** All that a proof claims, computed again from its parts; no request is made and no answer is believed. */
export const verifyProof = async (proof: EvidenceProof): Promise<readonly ProofCheck[]> => {
  const checkpoint = parseCheckpoint(proof.checkpoint);
  return [
    await checkRecord(proof),
    await checkLeaf(proof),
    await checkPath(proof),
    checkCheckpoint(proof, checkpoint),
    await checkSigned(proof, checkpoint),
  ];
};

const names: Record<ProofCheck["step"], string> = {
  record: "the record",
  leaf: "the leaf",
  path: "the path to the root",
  checkpoint: "the checkpoint",
  signature: "the signature",
};

export const stepName = (step: ProofCheck["step"]): string => names[step];

const listOf = (checks: readonly ProofCheck[]): string =>
  new Intl.ListFormat("en-GB").format(checks.map(({ step }) => names[step]));

export const verdictOf = (checks: readonly ProofCheck[]): string => {
  const failed = checks.filter(({ outcome }) => outcome === "fails");
  if (failed.length > 0) return `This proof does not hold: look at ${listOf(failed)}.`;
  const open = checks.filter(({ outcome }) => outcome === "not-checked");
  if (open.length === 0) return "Verified in this browser, from the record to the signature.";
  const held = checks.filter(({ outcome }) => outcome === "holds");
  return `Verified in this browser: ${listOf(held)}. Not checked: ${listOf(open)}.`;
};
