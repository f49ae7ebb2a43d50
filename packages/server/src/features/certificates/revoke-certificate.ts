import type { CertificateRecord } from "@checkride/api/certificates";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { recordView } from "./certificate-views.ts";
import type { CertificateDeps } from "./deps.ts";
import { endCertificate, findRecord, voidBeyond } from "./store.ts";

export const noSuchCertificate = () => refuse("not-found", "There is no such certificate.");

/**
 * The evidence comes first: it takes the lock of the person's mark, so that nobody renews what is being revoked, and
 * by it earlier passes count no longer.
 */
export const revokeCertificate = async (
  context: RequestContext,
  { issuer }: CertificateDeps,
  id: string,
  reason: string,
): Promise<Result<CertificateRecord, Refusal>> => {
  const { db, now } = context;
  const row = await findRecord(db, id);
  if (!row) return noSuchCertificate();
  const { personId, certificate } = row;
  if (personId === null) return alreadyEnded();
  const actor = actorOf(context).personId;
  const body = { certificate, id, reason };
  const kind = "certificate.revoked";
  await appendEvidence(db, [{ kind, person: personId, actor, body, at: now }]);
  const isOver = row.validUntil <= now;
  if (isOver || !(await endCertificate(db, id, { at: now, kind: "revoked", reason }))) {
    return alreadyEnded();
  }
  await voidBeyond(db, { personId, certificate }, now, now);
  const after = await findRecord(db, id);
  return after ? ok(recordView(issuer, after, now)) : noSuchCertificate();
};

const alreadyEnded = () =>
  refuse("certificate-ended", "This certificate has already ended, so it cannot be revoked.", {
    wayOut: "Revoke the newest certificate of this person; older ones become void with it.",
  });
