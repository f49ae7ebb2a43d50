import { createHash } from "node:crypto";
import type { achievementOf } from "./achievement.ts";
import { certificateUrl, statusListUrl } from "./certificate-views.ts";
import { badgesContext, credentialsContext, secondsText } from "./credential-words.ts";
import type { Issuer } from "./issuer-keys.ts";

export type Certified = {
  readonly id: string;
  readonly title: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly issuedEvidence: string;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly salt: string;
};

type Parts = {
  readonly issuer: Issuer;
  readonly issuerName: string;
  readonly achievement: NonNullable<ReturnType<typeof achievementOf>>;
  readonly email: string | null;
};

/** Only who knows the address can tell that it is meant; the salt is another one in each certificate. */
const identity = (email: string, salt: string) => ({
  type: "IdentityObject",
  identityType: "emailAddress",
  hashed: true,
  salt,
  identityHash: `sha256$${createHash("sha256").update(`${email}${salt}`).digest("hex")}`,
});

/** Who it is for and what was done stays with the ledger; here is which entry says so. */
const ledgerReference = ({ url }: Issuer, evidence: string) => ({
  id: `urn:uuid:${evidence}`,
  type: ["Evidence"],
  name: "Entry in the ledger",
  genre: "ledger",
  narrative: `Entry ${evidence} of the append-only ledger that is signed at ${url}/ledger/checkpoint.`,
});

const statusOf = (issuer: Issuer, { statusList, statusIndex }: Certified) => {
  const list = statusListUrl(issuer, statusList);
  return {
    id: `${list}#${statusIndex}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: String(statusIndex),
    statusListCredential: list,
  };
};

/** An Open Badges 3.0 credential on the data model 2.0, before anybody has signed it. */
export const credentialOf = (one: Certified, parts: Parts) => {
  const { issuer, issuerName, achievement, email } = parts;
  const id = certificateUrl(issuer, one.id);
  return {
    "@context": [credentialsContext, badgesContext],
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: one.title,
    issuer: { id: issuer.id, type: ["Profile"], name: issuerName, url: issuer.url },
    validFrom: secondsText(one.validFrom),
    validUntil: secondsText(one.validUntil),
    credentialSubject: {
      id: `${id}#holder`,
      type: ["AchievementSubject"],
      ...(email === null ? {} : { identifier: [identity(email, one.salt)] }),
      achievement,
    },
    evidence: [ledgerReference(issuer, one.issuedEvidence)],
    credentialStatus: statusOf(issuer, one),
  };
};

export type Credential = ReturnType<typeof credentialOf>;
