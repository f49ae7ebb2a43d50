import type { CertificateRecord } from "@checkride/api/certificates";
import { countWord } from "../../design/count-word.ts";
import { formatDate } from "../../design/date.ts";
import type { PillTone } from "../../design/pill.tsx";

type State = CertificateRecord["state"];

export type CertificateLook = {
  readonly word: string;
  readonly glyph: string;
  readonly tone: PillTone;
};

const looks: Readonly<Record<State, CertificateLook>> = {
  valid: { word: "Valid", glyph: "●", tone: "current" },
  renewed: { word: "Renewed", glyph: "◇", tone: "none" },
  expired: { word: "Expired", glyph: "✕", tone: "none" },
  withdrawn: { word: "Withdrawn", glyph: "✕", tone: "lapsed" },
  revoked: { word: "Revoked", glyph: "▲", tone: "lapsed" },
};

export const certificateLook = (state: State): CertificateLook => looks[state];

/** All issues of one certificate, the newest first. */
export type Holding = {
  readonly newest: CertificateRecord;
  readonly earlier: readonly CertificateRecord[];
};

/** The ones that hold first, by title; then what was held. */
export const holdingsOf = (certificates: readonly CertificateRecord[]): readonly Holding[] => {
  const names = [...new Set(certificates.map(({ certificate }) => certificate))];
  const holdings = names.flatMap((name): Holding[] => {
    const [newest, ...earlier] = certificates
      .filter(({ certificate }) => certificate === name)
      .toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1));
    return newest ? [{ newest, earlier }] : [];
  });
  const rank = ({ newest }: Holding) => `${newest.state === "valid" ? 0 : 1} ${newest.title}`;
  return holdings.toSorted((a, b) => rank(a).localeCompare(rank(b)));
};

/** What somebody comes here to know: how many hold, and which ends first. */
export const certificatesSentence = (certificates: readonly CertificateRecord[]): string => {
  const valid = certificates.filter(({ state }) => state === "valid");
  const next = valid.toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1))[0];
  if (!next) {
    return certificates.length === 0
      ? "You hold no certificate yet."
      : "None of your certificates is valid now.";
  }
  const until = formatDate(next.validUntil);
  return valid.length === 1
    ? `You hold one certificate, valid until ${until}.`
    : `You hold ${countWord(valid.length)} certificates; the first to end does so on ${until}.`;
};

/** When it counts or counted. */
export const spanWords = ({ validFrom, validUntil, endedAt, state }: CertificateRecord): string => {
  const from = formatDate(validFrom);
  if (state === "valid") return `${from} to ${formatDate(validUntil)}`;
  const end = endedAt === null || state === "expired" ? validUntil : endedAt;
  return `${from} to ${formatDate(end)}`;
};
