import type { Result } from "@checkride/rules/result";
import { openClearance } from "@checkride/verifier/open-clearance";
import { readToken } from "@checkride/verifier/read-token";
import {
  type VerifiedCertificate,
  verifyCertificate,
} from "@checkride/verifier/verify-certificate";
import { verifyClearance } from "@checkride/verifier/verify-clearance";
import { refuseRevoked, verifyStatusList } from "@checkride/verifier/verify-status-list";
import type { Outcome } from "../outcome.ts";
import type { Shell } from "../shell.ts";
import { disproved, notProved, proved } from "./verified.ts";

type Keys = Parameters<typeof verifyClearance>[1];

export type Trusting = {
  readonly keys: Keys;
  readonly issuer: string | null;
  /** The signed list at an address; asked for only once the certificate that names it is believed. */
  readonly listOf: (url: string) => Promise<Result<string, string>>;
};

const dayText = (time: Date): string => time.toISOString().slice(0, 10);
const minuteText = (time: Date): string =>
  `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const verifyOpened = async (token: string, shell: Shell, { keys, issuer }: Trusting) => {
  const now = shell.now();
  const opened = await openClearance(token, { keys, issuer, now });
  if (!opened.ok) {
    return disproved(
      `This clearance is not believed: ${opened.error.says}.`,
      { kind: "clearance", code: opened.error.code },
      shell.paint,
    );
  }
  const { gate, person, until, mode, earned, issuer: by } = opened.value;
  const facts = {
    kind: "clearance",
    gate,
    person,
    issuer: by,
    mode,
    earned,
    until: until.toISOString(),
  };
  const verified = await verifyClearance(token, keys, { issuer: by, gate, now });
  if (!verified.ok) {
    return disproved(
      `This clearance for ${gate} was good until ${minuteText(until)}.`,
      facts,
      shell.paint,
    );
  }
  const why = earned ? "" : `, because the gate does not enforce its rule (${mode})`;
  const says = `The person ${person} may pass ${gate} until ${minuteText(until)}${why}, says ${by}.`;
  return proved(says, facts, shell.paint);
};

const factsOf = (certificate: VerifiedCertificate) => ({
  kind: "certificate",
  id: certificate.id,
  title: certificate.title,
  issuer: certificate.issuer,
  validFrom: certificate.from.toISOString(),
  validUntil: certificate.until?.toISOString() ?? null,
});

const whatItProves = ({ title, issuer, from, until }: VerifiedCertificate): string => {
  const end = until === null ? "" : ` and counts until ${dayText(until)}`;
  return `Whoever holds this certificate earned "${title}" by ${dayText(from)}${end}, says ${issuer}`;
};

const verifyEarned = async (token: string, shell: Shell, trusting: Trusting): Promise<Outcome> => {
  const { keys, issuer, listOf } = trusting;
  const { paint } = shell;
  const now = shell.now();
  const certificate = await verifyCertificate(token, { keys, issuer, now });
  if (!certificate.ok) {
    const { code, says } = certificate.error;
    return disproved(
      `This certificate is not believed: ${says}.`,
      { kind: "certificate", code },
      paint,
    );
  }
  const facts = factsOf(certificate.value);
  const says = whatItProves(certificate.value);
  const { status } = certificate.value;
  if (status === null) return proved(`${says}.`, facts, paint);
  const unproven = (why: string): Outcome =>
    notProved(
      `${says}; whether it was revoked since is not known: ${why}`,
      "Ask the server again later, or give the signed list of revocations with --status-list.",
      { ...facts, revoked: null },
      paint,
    );
  const text = await listOf(status.list);
  if (!text.ok) return unproven(text.error);
  const list = await verifyStatusList(text.value.trim(), status.list, { keys, issuer, now });
  if (!list.ok) return unproven(`${list.error.says}.`);
  const left = refuseRevoked(certificate.value, list.value);
  if (left.ok)
    return proved(`${says}, and it is not revoked.`, { ...facts, revoked: false }, paint);
  return left.error.code === "revoked"
    ? disproved(
        `This certificate was revoked: "${certificate.value.title}", by ${certificate.value.issuer}.`,
        { ...facts, code: "revoked", revoked: true },
        paint,
      )
    : unproven(`${left.error.says}.`);
};

/** A clearance or a certificate, told apart by what its header says that it is for. */
export const verifyToken = async (
  text: string,
  shell: Shell,
  trusting: Trusting,
): Promise<Outcome> => {
  const token = text.trim();
  const read = readToken(token);
  if (!read.ok) {
    const { code, says } = read.error;
    return disproved(`This is not believed: ${says}.`, { kind: "token", code }, shell.paint);
  }
  return read.value.header["typ"] === "clearance+jwt"
    ? verifyOpened(token, shell, trusting)
    : verifyEarned(token, shell, trusting);
};
