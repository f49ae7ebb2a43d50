import { certificateStates } from "@checkride/rules/certificates/certificate-state";
import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

const certificateState = z.enum(certificateStates);

const times = {
  validFrom: instant,
  validUntil: instant,
  issuedAt: instant,
  /** When something other than time ended it. */
  endedAt: instant.nullable(),
};

/** One issue of a certificate, as its holder or an owner sees it. */
const certificateRecord = z.object({
  id: uuid,
  /** Of the policy. */
  certificate: z.string(),
  title: z.string(),
  policyVersion: z.number().int(),
  state: certificateState,
  /** Whether a verifier accepts it now; a renewed one is good until its own end. */
  counts: z.boolean(),
  ...times,
  /** Why it was withdrawn or revoked. */
  reason: z.string().nullable(),
  replaces: uuid.nullable(),
  /** The page on which anybody can check it. */
  url: z.string(),
  /** Whether that page names its holder. */
  showName: z.boolean(),
  /** The entry of the ledger that says that it was issued, and those it rests on. */
  issuedEvidence: uuid,
  evidence: z.array(uuid),
});
export type CertificateRecord = z.infer<typeof certificateRecord>;

const certificateHistory = z.object({
  /** The newest first. */
  certificates: z.array(certificateRecord),
  /** Without CHECKRIDE_URL certificates name an address that nobody else can reach. */
  addressIsPublic: z.boolean(),
});
export type CertificateHistory = z.infer<typeof certificateHistory>;

const issuerView = z.object({
  /** As credentials name it: a DID or an address. */
  id: z.string(),
  name: z.string(),
  url: z.string(),
  addressIsPublic: z.boolean(),
});
export type IssuerView = z.infer<typeof issuerView>;

/** What anybody may know who has the link. */
const publicCertificate = z.object({
  id: uuid,
  title: z.string(),
  state: certificateState,
  counts: z.boolean(),
  /** What it proves, until when, and what became of it. */
  says: z.string(),
  ...times,
  issuer: issuerView,
  /** Only where the holder wants it; null otherwise. */
  holder: z.string().nullable(),
  /** The page that says what was asked for it. */
  achievement: z.string(),
});
export type PublicCertificate = z.infer<typeof publicCertificate>;

const issuerKey = z.object({
  name: z.string(),
  kind: z.enum(["rs256", "ed25519"]),
  url: z.string(),
  createdAt: instant,
  retiredAt: instant.nullable(),
});

const issuerKeys = z.object({
  issuer: issuerView,
  /** Every one there ever was, the newest first. */
  keys: z.array(issuerKey),
});
export type IssuerKeysView = z.infer<typeof issuerKeys>;

/** A picture of a megabyte, written as base64. */
const shownMax = 1_400_000;

const certificateCheck = z.object({
  /** It is what was issued, and it counts now. */
  valid: z.boolean(),
  kind: z.enum(["link", "json", "jwt", "picture"]),
  /** Why not: the state of a certificate, or what is wrong with what was shown. */
  code: z.string().nullable(),
  says: z.string(),
  /** What is known of it, where it is one of ours. */
  certificate: publicCertificate.nullable(),
});
export type CertificateCheck = z.infer<typeof certificateCheck>;

const achievement = z.object({
  title: z.string(),
  issuer: issuerView,
  policy: z.object({ name: z.string(), version: z.number().int() }),
  /** What was asked, a line each. */
  criteria: z.array(z.string()),
  /** What everybody who has it has learnt about. */
  threats: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      list: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
});
export type AchievementView = z.infer<typeof achievement>;

const one = z.object({ certificate: uuid });

export const certificateOperations = {
  "GET /api/certificates/{certificate}": operation({
    summary: "Check a certificate by its link: what it proves, until when, whether it still counts",
    access: "public",
    params: one,
    answer: publicCertificate,
    problems: ["not-found"],
  }),
  "GET /api/achievements/{certificate}/{version}": operation({
    summary: "Say what a certificate asked for under a version of the policy",
    access: "public",
    params: z.object({
      certificate: z.string().min(1).max(200),
      version: z.coerce.number().int().min(1).max(999_999),
    }),
    answer: achievement,
    problems: ["not-found"],
  }),
  "POST /api/certificate-checks": operation({
    summary: "Check what somebody showed: a link, a credential, its JWT form, or a picture",
    access: "public",
    body: z.union([
      z.strictObject({ text: z.string().trim().min(1).max(1_000_000) }),
      /** Its bytes in base64. */
      z.strictObject({ picture: z.base64().max(shownMax) }),
    ]),
    answer: certificateCheck,
  }),
  "GET /api/me/certificates": operation({
    summary: "List my certificates with their history",
    access: "standing:own",
    answer: certificateHistory,
  }),
  "PATCH /api/me/certificates/{certificate}": operation({
    summary: "Choose whether the public page of my certificate names me",
    access: "standing:own",
    params: one,
    body: z.strictObject({ showName: z.boolean() }),
    answer: certificateRecord,
    problems: ["not-found"],
  }),
  "GET /api/me/certificates/{certificate}/downloads/{form}": operation({
    summary: "Download my certificate: to print, or as a picture that carries its credential",
    access: "standing:own",
    params: one.extend({ form: z.enum(["pdf", "png", "svg"]) }),
    answerType: "application/octet-stream",
    problems: ["not-found"],
  }),
  "GET /api/people/{person}/certificates": operation({
    summary: "List somebody's certificates with their history",
    access: "people:read",
    masked: true,
    params: z.object({ person: uuid }),
    answer: certificateHistory,
    problems: ["not-found"],
  }),
  "POST /api/certificates/{certificate}/revocation": operation({
    summary: "Revoke a certificate: passes up to now count no longer toward it",
    access: "certificates:revoke",
    repeatable: true,
    params: one,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answer: certificateRecord,
    problems: ["not-found", "certificate-ended"],
  }),
  "GET /api/issuer-keys": operation({
    summary: "List the keys that certificates and clearances are signed with",
    access: "keys:read",
    answer: issuerKeys,
  }),
  "POST /api/issuer-keys/rotations": operation({
    summary: "Sign with new keys from now on; the old ones stay published",
    access: "keys:write",
    repeatable: true,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answer: issuerKeys,
  }),
};
