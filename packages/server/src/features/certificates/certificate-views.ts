import type {
  CertificateHistory,
  CertificateRecord,
  IssuerKeysView,
  IssuerView,
  PublicCertificate,
} from "@checkride/api/certificates";
import {
  type CertificateEnds,
  certificateSays,
  counts,
  stateOf,
} from "@checkride/rules/certificates/certificate-state";
import type { Database } from "../../platform/database.ts";
import type { CertificateDeps } from "./deps.ts";
import type { Issuer, IssuerKeys } from "./issuer-keys.ts";
import { listRecords, type RecordRow } from "./store.ts";

export const certificateUrl = ({ url }: Pick<Issuer, "url">, id: string): string =>
  `${url}/certificates/${id}`;

export const statusListUrl = ({ url }: Pick<Issuer, "url">, list: number): string =>
  `${url}/status/${list}`;

type Achieved = { readonly certificate: string; readonly policyVersion: number };

export const achievementUrl = ({ url }: Pick<Issuer, "url">, of: Achieved): string =>
  `${url}/achievements/${encodeURIComponent(of.certificate)}/${of.policyVersion}`;

const endsOf = ({ validUntil, endedAt, endKind, voidSince }: RecordRow): CertificateEnds => ({
  validUntil,
  ended: endedAt && endKind ? { kind: endKind, at: endedAt } : null,
  voidSince,
});

const timesOf = ({ validFrom, validUntil, issuedAt, endedAt }: RecordRow) => ({
  validFrom: validFrom.toISOString(),
  validUntil: validUntil.toISOString(),
  issuedAt: issuedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

export const recordView = (issuer: Issuer, row: RecordRow, now: Date): CertificateRecord => ({
  id: row.id,
  certificate: row.certificate,
  title: row.title,
  policyVersion: row.policyVersion,
  state: stateOf(endsOf(row), now),
  counts: counts(endsOf(row), now),
  ...timesOf(row),
  reason: row.endReason,
  replaces: row.replaces,
  url: certificateUrl(issuer, row.id),
  showName: row.showName,
  issuedEvidence: row.issuedEvidence,
  evidence: row.evidence,
});

export const historyOf = async (
  db: Database,
  { issuer }: CertificateDeps,
  personId: string,
  now: Date,
): Promise<CertificateHistory> => {
  const rows = await listRecords(db, personId);
  const certificates = rows.map((row) => recordView(issuer, row, now));
  return { certificates, addressIsPublic: issuer.isPublic };
};

/** As people read it; an organisation that has no name yet is still somebody. */
export const issuerName = async (db: Database, deps: CertificateDeps): Promise<string> =>
  (await deps.readOrganisation(db)).name ?? "Checkride";

export const issuerView = ({ id, url, isPublic }: Issuer, name: string): IssuerView => ({
  id,
  name,
  url,
  addressIsPublic: isPublic,
});

/** For whoever has the link: nothing about the person unless the person wants it. */
export const publicView = async (
  db: Database,
  deps: CertificateDeps,
  row: RecordRow,
  now: Date,
): Promise<PublicCertificate> => {
  const { issuer } = deps;
  const name = await issuerName(db, deps);
  const ends = endsOf(row);
  const holder = row.showName && row.personId ? await deps.readPersonCard(db, row.personId) : null;
  return {
    id: row.id,
    title: row.title,
    state: stateOf(ends, now),
    counts: counts(ends, now),
    says: certificateSays({ ...ends, title: row.title, issuer: name }, now),
    ...timesOf(row),
    issuer: issuerView(issuer, name),
    holder: holder?.name ?? null,
    achievement: achievementUrl(issuer, row),
  };
};

export const keysView = async (
  db: Database,
  deps: CertificateDeps,
  keys: IssuerKeys,
): Promise<IssuerKeysView> => ({
  issuer: issuerView(deps.issuer, await issuerName(db, deps)),
  keys: keys.all.toReversed().map(({ name, purpose, createdAt, retiredAt }) => ({
    name,
    kind: purpose === "credential-rs256" ? "rs256" : "ed25519",
    url: deps.issuer.keyUrl(name),
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  })),
});
