import { dateText } from "../time.ts";

export const certificateStates = ["valid", "expired", "renewed", "withdrawn", "revoked"] as const;
export type CertificateState = (typeof certificateStates)[number];

export type CertificateEnds = {
  readonly validUntil: Date;
  readonly ended: { readonly kind: Exclude<CertificateState, "valid">; readonly at: Date } | null;
  /** Since when the status list says so; null: it does not. */
  readonly voidSince: Date | null;
};

export const stateOf = ({ validUntil, ended }: CertificateEnds, now: Date): CertificateState => {
  // Time ends what was only renewed, as nobody has taken that away.
  const isOver = now >= validUntil;
  if (ended === null || ended.kind === "renewed")
    return isOver ? "expired" : (ended?.kind ?? "valid");
  return ended.kind;
};

/** Whether who is shown it may rely on it; so a renewed one counts as long as it says. */
export const counts = ({ validUntil, voidSince }: CertificateEnds, now: Date): boolean =>
  now < validUntil && voidSince === null;

type Named = CertificateEnds & { readonly title: string; readonly issuer: string };

/** One sentence for whoever is shown a certificate: what it proves, until when, and what has become of it. */
export const certificateSays = (certificate: Named, now: Date): string => {
  const { title, issuer, validUntil, ended } = certificate;
  const until = dateText(validUntil.getTime());
  const at = dateText((ended?.at ?? validUntil).getTime());
  const what = `${issuer} certified “${title}”`;
  switch (stateOf(certificate, now)) {
    case "valid":
      return `${issuer} certifies that its holder has earned “${title}”; it is valid until ${until}.`;
    case "expired":
      return `${what}, but the certificate ended on ${until} and proves nothing for today.`;
    case "renewed":
      return counts(certificate, now)
        ? `${what} and has issued a newer certificate on ${at}; this one is still good until ${until}.`
        : `${what}, but replaced it on ${at} by a certificate that ends earlier; this one counts no longer.`;
    case "withdrawn":
      return `${what}, but withdrew the certificate on ${at}, because its holder no longer meets what it asks.`;
    case "revoked":
      return `${what}, but revoked the certificate on ${at}; do not rely on it.`;
  }
};
