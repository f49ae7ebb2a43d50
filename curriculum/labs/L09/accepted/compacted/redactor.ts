import { isLuhn } from "./luhn.ts";

type Kind = "card" | "ssn" | "mail";
type Value = { kind: Kind; from: number; to: number };

const FULL = "０１２３４５６７８９．－＠";
const PLAIN = "0123456789.-@";
const GAP = /[\s.\-\u2013\u00ad\u200b-\u200d\u2060\ufeff]/;

const plain = (text: string): string => text.replace(/[０-９．－＠]/g, (sign) => PLAIN.charAt(FULL.indexOf(sign)));

/** The text without the gaps between digits, and for each sign the place where it was. */
const compact = (text: string): { signs: string; places: number[] } => {
  let signs = "";
  const places: number[] = [];
  let at = 0;
  while (at < text.length) {
    signs += text.charAt(at);
    places.push(at);
    at += 1;
    if (!/\d/.test(text.charAt(at - 1))) continue;
    let next = at;
    while (next - at < 3 && GAP.test(text.charAt(next))) next += 1;
    // After at most three gaps a digit: they belong to the number.
    if (/\d/.test(text.charAt(next))) at = next;
  }
  return { signs, places };
};

const isIssued = (digits: string): boolean => {
  const [area, group, serial] = [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)];
  return area !== "000" && area !== "666" && !area.startsWith("9") && group !== "00" && serial !== "0000";
};

const numbersIn = (text: string): Value[] => {
  const { signs, places } = compact(text);
  const found: Value[] = [];
  for (const { 0: digits, index } of signs.matchAll(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu)) {
    const placed = places.slice(index, index + digits.length);
    const [from = 0, to = 0] = [placed[0], (placed.at(-1) ?? 0) + 1];
    if (digits.length >= 13 && digits.length <= 19 && isLuhn(digits)) found.push({ kind: "card", from, to });
    if (digits.length !== 9 || !isIssued(digits)) continue;
    const breaks = placed.flatMap((place, at) => (at > 0 && place > (placed[at - 1] ?? 0) + 1 ? [at] : []));
    const isNamed = /(?:ssn|social security)\b.{0,30}$/is.test(text.slice(Math.max(0, from - 46), from));
    if (breaks.length === 0 ? isNamed : breaks.every((at) => at === 3 || at === 5)) {
      found.push({ kind: "ssn", from, to });
    }
  }
  return found;
};

const mailsIn = (text: string): Value[] =>
  [
    ...text.matchAll(/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}-])/gu),
  ].map(({ 0: mail, index }) => ({ kind: "mail", from: index, to: index + mail.length }));

export const makeRedactor = () => {
  const counts: Record<Kind, number> = { card: 0, ssn: 0, mail: 0 };
  let text = "";
  let shown = 0;

  /** Shows everything that begins before this place. */
  const show = (until: number): string => {
    const start = Math.max(0, shown - 100);
    const part = plain(text.slice(start));
    const values = [...mailsIn(part), ...numbersIn(part)].sort((a, b) => a.from - b.from || b.to - a.to);
    let out = "";
    for (const { kind, from, to } of values) {
      if (start + from < shown || start + from >= until) continue;
      out += `${text.slice(shown, start + from)}[${kind}]`;
      counts[kind] += 1;
      shown = start + to;
    }
    out += text.slice(shown, Math.max(shown, until));
    shown = Math.max(shown, until);
    return out;
  };

  return {
    push: (chunk: string): string => {
      text += chunk;
      return text.length - shown > 390 ? show(text.length - 280) : "";
    },
    end: (): string => show(text.length),
    log: (): unknown => ({ ...counts }),
  };
};
