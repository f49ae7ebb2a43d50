import { createHash, randomBytes } from "node:crypto";
import {
  type CertificateEnding,
  settleCertificate,
  whatIsAsked,
} from "@checkride/rules/certificates/settle-certificate";
import type { CertificateRule, Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { newId } from "../../platform/ids.ts";
import { endCertificate, insertCertificate, type OpenRow, readOpen, voidBeyond } from "./store.ts";

type Refreshed = {
  readonly personId: string;
  readonly inForce: { readonly version: number; readonly policy: Policy };
  readonly standings: readonly Standing[];
  readonly now: Date;
};

const hashes = new WeakMap<CertificateRule, string>();

const ruleHashOf = (rule: CertificateRule): string => {
  const known = hashes.get(rule);
  if (known) return known;
  const made = createHash("sha256").update(whatIsAsked(rule)).digest("base64url");
  hashes.set(rule, made);
  return made;
};

type Scene = Omit<Refreshed, "standings"> & {
  readonly certificate: string;
  readonly standing: Standing | null;
  readonly open: OpenRow | null;
};

/**
 * Runs in the transaction that stores the standings, under the lock of this person's mark: whoever computes them,
 * a certificate is issued once.
 */
export const issueCertificates = async (tx: Database, refreshed: Refreshed): Promise<void> => {
  const { standings, ...rest } = refreshed;
  const open = await readOpen(tx, refreshed.personId);
  const earned = standings.filter(({ validUntil }) => validUntil !== null);
  const concerned = new Set([...open, ...earned].map(({ certificate }) => certificate));
  for (const certificate of concerned) {
    await settle(tx, {
      ...rest,
      certificate,
      standing: standings.find((one) => one.certificate === certificate) ?? null,
      open: open.find((one) => one.certificate === certificate) ?? null,
    });
  }
};

const settle = async (tx: Database, scene: Scene): Promise<void> => {
  const { inForce, certificate, standing, open, now } = scene;
  const rule = inForce.policy.certificates[certificate];
  const asked = rule ? ruleHashOf(rule) : "";
  const paper = open && { validUntil: open.validUntil.toISOString(), asked: open.ruleHash };
  const { ends, issue } = settleCertificate(standing, paper, asked, now.toISOString());
  if (open && ends) await end(tx, scene, open, ends);
  if (!issue || !rule) return;
  const validUntil = new Date(issue.validUntil);
  if (open) await voidBeyond(tx, scene, validUntil, now);
  await issueOne(tx, scene, { ...issue, validUntil, asked, title: rule.title });
};

const end = async (
  tx: Database,
  scene: Scene,
  open: OpenRow,
  ending: CertificateEnding,
): Promise<void> => {
  const { personId, certificate, now } = scene;
  const reason = ending.kind === "withdrawn" ? ending.reason : null;
  const at = ending.kind === "expired" ? open.validUntil : now;
  await endCertificate(tx, open.id, { at, kind: ending.kind, reason });
  if (ending.kind !== "withdrawn") return;
  await voidBeyond(tx, scene, now, now);
  const body = { certificate, id: open.id, reason: ending.reason };
  const kind = "certificate.withdrawn";
  await appendEvidence(tx, [{ kind, person: personId, actor: null, body, at: now }]);
};

type Issue = {
  readonly title: string;
  readonly asked: string;
  readonly validUntil: Date;
  readonly evidence: readonly string[];
};

const issueOne = async (tx: Database, scene: Scene, issue: Issue): Promise<void> => {
  const { personId, inForce, certificate, open, now } = scene;
  const { title, asked, validUntil, evidence } = issue;
  const id = newId(now);
  const replaces = open?.id ?? null;
  const policyVersion = inForce.version;
  const body = {
    certificate,
    id,
    policyVersion,
    validUntil: validUntil.toISOString(),
    evidence: [...evidence],
    ...(replaces === null ? {} : { replaces }),
  };
  const kind = replaces === null ? "certificate.issued" : "certificate.renewed";
  const [issuedEvidence = ""] = await appendEvidence(tx, [
    { kind, person: personId, actor: null, body, at: now },
  ]);
  await insertCertificate(tx, {
    id,
    personId,
    certificate,
    title,
    policyVersion,
    ruleHash: asked,
    validFrom: now,
    validUntil,
    issuedEvidence,
    evidence,
    replaces,
    salt: randomBytes(16).toString("hex"),
  });
};
