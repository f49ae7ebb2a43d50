import type { Ask, CertificateRule } from "../policy.ts";
import type { Standing } from "../standing.ts";
import { instantOf } from "../time.ts";

/** The certificate that a person holds for one certificate of the policy, as it was issued. */
export type OpenCertificate = {
  readonly validUntil: string;
  /** What was asked for it, see `whatIsAsked`. */
  readonly asked: string;
};

export type CertificateEnding =
  | { readonly kind: "expired" }
  | { readonly kind: "renewed" }
  | { readonly kind: "withdrawn"; readonly reason: string };

/** What is to be done with paper after a standing was computed; both null: it says what is so. */
export type Settlement = {
  readonly ends: CertificateEnding | null;
  readonly issue: { readonly validUntil: string; readonly evidence: readonly string[] } | null;
};

/**
 * A certificate says what its standing says, to the day: earned and for how long. An exemption opens gates but
 * nothing was shown for it, so it is no certificate, and days of grace are on no paper.
 */
export const settleCertificate = (
  /** Null: the policy does not have it. */
  standing: Standing | null,
  open: OpenCertificate | null,
  asked: string,
  now: string,
): Settlement => {
  const earnedUntil = standing === null ? null : earnedEnd(standing, now);
  const isInForce = open !== null && instantOf(now) < instantOf(open.validUntil);
  if (standing === null || earnedUntil === null) {
    return { ends: endWithout(standing, open, isInForce), issue: null };
  }
  if (open?.validUntil === earnedUntil && open.asked === asked) return { ends: null, issue: null };
  const evidence = standing.because.flatMap((because) =>
    because.code === "met" ? because.evidence : [],
  );
  return {
    ends: open === null ? null : { kind: isInForce ? "renewed" : "expired" },
    issue: { validUntil: earnedUntil, evidence: [...new Set(evidence)] },
  };
};

const earnedEnd = ({ validUntil }: Standing, now: string): string | null =>
  validUntil !== null && instantOf(now) < instantOf(validUntil) ? validUntil : null;

const endWithout = (
  standing: Standing | null,
  open: OpenCertificate | null,
  isInForce: boolean,
): CertificateEnding | null => {
  if (open === null) return null;
  return isInForce ? { kind: "withdrawn", reason: reasonAgainst(standing) } : { kind: "expired" };
};

const reasonAgainst = (standing: Standing | null): string => {
  if (standing === null) return "The policy does not have this certificate any more.";
  const beside = ["met", "exempt", "not-asked"];
  const against = standing.because.find(({ code }) => !beside.includes(code));
  return against?.says ?? "It is not earned any more.";
};

/** What a certificate stands for, written out: asked otherwise, it is another one. */
export const whatIsAsked = ({ title, asks }: CertificateRule): string =>
  JSON.stringify([title, asks.map(withoutEditions)]);

/** A newer edition of a document ends a signature by itself; it asks for nothing else. */
const withoutEditions = (ask: Ask): Ask => {
  if (ask.kind === "some") return { ...ask, of: ask.of.map(withoutEditions) };
  if (ask.kind !== "signOff") return ask;
  const { editions: _, ...asked } = ask;
  return asked;
};
