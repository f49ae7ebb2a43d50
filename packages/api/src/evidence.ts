import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, pageOf, pageQuery, uuid } from "./shared-shapes.ts";

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const who = z.object({ id: uuid, name: z.string() });

export const evidenceRow = z.object({
  id: uuid,
  at: instant,
  kind: z.string(),
  person: who.nullable(),
  actor: who.nullable(),
  /** Null once erased. */
  body: z.record(z.string(), z.unknown()).nullable(),
  erased: z.boolean(),
  /** Its place in the tree; null until sealed, at most about a second. */
  seq: z.number().int().nullable(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

const filter = {
  kind: z.string().max(100).optional(),
  person: uuid.optional(),
  from: instant.optional(),
  to: instant.optional(),
};

const ledgerState = z.object({
  origin: z.string(),
  /** The public key as C2SP signed-note verifiers read it. */
  vkey: z.string(),
  size: z.number().int(),
  root: hex.nullable(),
  sealedAt: instant.nullable(),
  waiting: z.number().int(),
  /** The newest signed checkpoint, word for word. */
  checkpoint: z.string().nullable(),
});
export type LedgerState = z.infer<typeof ledgerState>;

const evidenceProof = z.object({
  row: evidenceRow,
  commitment: hex,
  salt: hex.nullable(),
  leaf: hex,
  size: z.number().int(),
  root: hex,
  inclusion: z.array(hex),
  checkpoint: z.string(),
  vkey: z.string(),
});
export type EvidenceProof = z.infer<typeof evidenceProof>;

export const evidenceOperations = {
  "GET /api/evidence": operation({
    summary: "List evidence, newest first",
    access: "evidence:read",
    query: z.object({ ...pageQuery, ...filter }),
    answer: pageOf(evidenceRow).extend({ kinds: z.array(z.string()) }),
    problems: ["bad-cursor"],
  }),
  "GET /api/evidence/{evidence}": operation({
    summary: "Show one fact",
    access: "evidence:read",
    masked: true,
    params: z.object({ evidence: uuid }),
    answer: evidenceRow,
  }),
  "GET /api/evidence/{evidence}/proof": operation({
    summary: "Prove that one fact is in the ledger, for anyone with the public key",
    access: "evidence:read",
    masked: true,
    params: z.object({ evidence: uuid }),
    answer: evidenceProof,
    problems: ["not-sealed"],
  }),
  "GET /api/ledger": operation({
    summary: "Show the ledger's size, newest checkpoint and public key",
    access: "ledger:read",
    answer: ledgerState,
  }),
  "GET /api/ledger/consistency": operation({
    summary: "Prove that the ledger only grew between two sizes",
    access: "ledger:read",
    query: z.object({
      from: z.coerce.number().int().min(1),
      to: z.coerce.number().int().min(1).optional(),
    }),
    answer: z.object({
      from: z.number().int(),
      to: z.number().int(),
      fromRoot: hex,
      toRoot: hex,
      proof: z.array(hex),
    }),
    problems: ["bad-input"],
  }),
  "GET /api/ledger/export": operation({
    summary: "Export evidence with what is needed to verify it offline",
    access: "evidence:export",
    query: z.object(filter),
    answerType: "application/x-ndjson",
  }),
};
