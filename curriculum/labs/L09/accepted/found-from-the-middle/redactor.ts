import { isLuhn } from "./luhn.ts";

/** A value is found from the sign that gives it away: an @, or its first digit. */
const GAPS = new Set(" \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000.-\u2013\u00ad\u200b\u200c\u200d\u2060\ufeff");
for (let code = 0x2000; code <= 0x200a; code++) GAPS.add(String.fromCharCode(code));

const narrow = (sign: string): string => {
  const code = sign.charCodeAt(0);
  const isWide = (code >= 0xff10 && code <= 0xff19) || code === 0xff0d || code === 0xff0e || code === 0xff20;
  return isWide ? String.fromCharCode(code - 0xfee0) : sign;
};

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= "0" && sign <= "9" && sign.length === 1;
const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign);
const isLocal = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}._%+-]/u.test(sign);
const isDomain = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}.-]/u.test(sign);

type Found = { kind: "card" | "ssn" | "mail"; from: number; to: number };

const mailAround = (signs: string[], at: number): Found | null => {
  let from = at;
  while (from > 0 && at - from <= 64 && isLocal(signs[from - 1])) from -= 1;
  let end = at + 1;
  while (end < signs.length && end - at < 260 && isDomain(signs[end])) end += 1;
  if (from === at || at - from > 64) return null;
  const parts = signs.slice(at + 1, end).join("").split(".");
  for (let count = Math.min(5, parts.length); count >= 2; count--) {
    const domain = parts.slice(0, count);
    const isWhole = domain.every((part) => part !== "") && /^\p{L}{2,}$/u.test(domain[count - 1] ?? "");
    if (isWhole) return { kind: "mail", from, to: at + 1 + domain.join(".").length };
  }
  return null;
};

/** The number that begins here, as it goes on over gaps. */
const numberFrom = (signs: string[], from: number): { places: number[]; next: number } => {
  const places: number[] = [];
  let at = from;
  while (isDigit(signs[at])) {
    places.push(at);
    let next = at + 1;
    while (next - at <= 3 && GAPS.has(signs[next] ?? "")) next += 1;
    if (!isDigit(signs[next])) break;
    at = next;
  }
  return { places, next: (places.at(-1) ?? from) + 1 };
};

const kindOfNumber = (signs: string[], places: number[], next: number): Found["kind"] | null => {
  const [first = 0] = places;
  if (isLetter(signs[first - 1]) || isLetter(signs[next])) return null;
  const digits = places.map((place) => signs[place]).join("");
  if (digits.length > 12 && digits.length < 20) return isLuhn(digits) ? "card" : null;
  if (digits.length !== 9 || /^(?:000|666|9)|^...00|0000$/.test(digits)) return null;
  if (next - first === 9) {
    const before = signs.slice(Math.max(0, first - 45), first).join("").toLowerCase();
    return /\b(?:ssn|social security)\b.{0,30}$/s.test(before) ? "ssn" : null;
  }
  const isBrokenAt = (place: number) => (places[place] ?? 0) - (places[place - 1] ?? 0) > 1;
  return [1, 2, 4, 6, 7, 8].some(isBrokenAt) ? null : "ssn";
};

const valuesOf = (signs: string[]): Found[] => {
  const found: Found[] = [];
  for (let at = 0; at < signs.length; at++) {
    const mail = signs[at] === "@" ? mailAround(signs, at) : null;
    if (mail !== null) found.push(mail);
    if (!isDigit(signs[at])) continue;
    const { places, next } = numberFrom(signs, at);
    const kind = kindOfNumber(signs, places, next);
    if (kind !== null) found.push({ kind, from: at, to: next });
    at = next - 1;
  }
  const rank = (one: Found) => one.from - (one.kind === "mail" ? 0.5 : 0);
  return found.sort((a, b) => rank(a) - rank(b));
};

const MOST_HELD = 400;
const LONGEST_VALUE = 300;

export const makeRedactor = () => {
  const log = { card: 0, ssn: 0, mail: 0 };
  let held = "";
  /** What was shown last, for what stands before a number. */
  let behind = "";

  const flush = (keep: number): string => {
    const text = behind + held;
    const until = text.length - keep;
    let at = behind.length;
    let out = "";
    for (const { kind, from, to } of valuesOf(Array.from({ length: text.length }, (_, place) => narrow(text.charAt(place))))) {
      if (from < at || from >= until) continue;
      log[kind] += 1;
      out += `${text.slice(at, from)}[${kind}]`;
      at = to;
    }
    if (at < until) {
      out += text.slice(at, until);
      at = until;
    }
    behind = text.slice(Math.max(0, at - 120), at);
    held = text.slice(at);
    return out;
  };

  return {
    push: (chunk: string): string => {
      held += chunk;
      return held.length > MOST_HELD ? flush(LONGEST_VALUE) : "";
    },
    end: (): string => flush(0),
    log: (): unknown => log,
  };
};
