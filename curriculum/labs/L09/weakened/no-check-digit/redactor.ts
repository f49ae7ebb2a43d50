import { isLuhn } from "./luhn.ts";

/** No value is longer, so whatever begins before the last ones of a text can be judged. */
const HOLD = 200;
/** As much of what was handed out is kept to see what stands before a number. */
const BEFORE = 40;

const gap = String.raw`[\s.\-\u2013\u00ad\u200b-\u200d\u2060\ufeff]`;
const notInside = String.raw`(?<![\p{L}\d]|\d${gap}{1,3})`;
const ends = String.raw`(?![\p{L}\d]|${gap}{1,3}\d)`;
const letter = String.raw`[\p{L}\p{N}_%+\-]`;

// Every repetition is bounded, and no two neighbours can match the same sign.
const VALUE = new RegExp(
  [
    String.raw`(?<mail>(?<!${letter})(?:${letter}|\.){1,64}@(?:[\p{L}\p{N}\-]{1,40}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}\-]))`,
    String.raw`(?<card>${notInside}\d(?:${gap}{0,3}\d){12,18}${ends})`,
    String.raw`(?<ssn>${notInside}\d{3}${gap}{0,3}\d{2}${gap}{0,3}\d{4}${ends})`,
  ].join("|"),
  "gu",
);

/** Full-width signs as their plain twins; every sign stays in its place. */
const plain = (text: string): string =>
  text.replace(/[\uff0d\uff0e\uff10-\uff19\uff20]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );

const isSsn = (value: string, before: string): boolean => {
  const digits = value.replace(/\D/g, "");
  const isIssued = !/^(?:000|666|9)/.test(digits) && !/^...00/.test(digits) && !/0000$/.test(digits);
  return isIssued && (value.length > 9 || /\b(?:ssn|social security)\b[^\d]{0,30}$/i.test(before));
};

export const makeRedactor = () => {
  const counts = { card: 0, ssn: 0, mail: 0 };
  let text = "";
  let from = 0;

  const kindOf = (match: RegExpMatchArray): keyof typeof counts | null => {
    const { mail, card, ssn } = match.groups ?? {};
    if (mail !== undefined) return "mail";
    if (card !== undefined) return "card";
    const before = text.slice(Math.max(0, (match.index ?? 0) - BEFORE), match.index);
    return ssn !== undefined && isSsn(ssn, before) ? "ssn" : null;
  };

  const handOut = (until: number): string => {
    let out = "";
    VALUE.lastIndex = from;
    for (const match of plain(text).matchAll(VALUE)) {
      if (match.index >= until) break;
      const kind = kindOf(match);
      if (kind === null) continue;
      counts[kind] += 1;
      out += `${text.slice(from, match.index)}[${kind}]`;
      from = match.index + match[0].length;
    }
    if (from < until) {
      out += text.slice(from, until);
      from = until;
    }
    const kept = Math.max(0, from - BEFORE);
    text = text.slice(kept);
    from -= kept;
    return out;
  };

  return {
    push: (chunk: string): string => {
      text += chunk;
      return text.length - from > 2 * HOLD ? handOut(text.length - HOLD) : "";
    },
    end: (): string => handOut(text.length),
    log: (): unknown => counts,
  };
};
