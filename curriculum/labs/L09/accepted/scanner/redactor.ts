import { isLuhn } from "./luhn.ts";

const GAPS = /[\s.\-\u2013\u00ad\u200b\u200c\u200d\u2060\ufeff\uff0d\uff0e]/;
const DIGIT = /^[0-9\uff10-\uff19]$/;
const WORD = /^[\p{L}\p{N}_%+\-.\uff0e\uff0d]$/u;

const small = (sign: string) => {
  const code = sign.charCodeAt(0);
  return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : sign;
};

/** Where the number that begins here ends, and its digits. */
const numberAt = (signs: string[], from: number) => {
  let digits = "";
  let end = from;
  for (let at = from, gaps = 0; at < signs.length && gaps <= 3 && digits.length < 40; at++) {
    const sign = signs[at] ?? "";
    if (DIGIT.test(sign)) {
      digits += small(sign);
      end = at + 1;
      gaps = 0;
    } else if (GAPS.test(sign)) gaps += 1;
    else break;
  }
  return { digits, end };
};

const ssn = (digits: string, isBare: boolean, before: string) =>
  digits.length === 9 &&
  !/^(000|666|9)|^...00|0000$/.test(digits) &&
  (!isBare || /(ssn|social security)\D{0,30}$/i.test(before));

export function makeRedactor() {
  const log = { card: 0, ssn: 0, mail: 0 };
  let waiting: string[] = [];
  let before = "";

  const show = (keep: number) => {
    let out = "";
    let at = 0;
    const skip = (to: number, instead: string | null) => {
      const passed = waiting.slice(at, to).join("");
      out += instead ?? passed;
      before = (before + passed).slice(-60);
      at = to;
    };
    while (at < waiting.length - keep) {
      const sign = waiting[at] ?? "";
      if (WORD.test(sign)) {
        let end = at;
        while (end < waiting.length && WORD.test(waiting[end] ?? "")) end += 1;
        const isMail = small(waiting[end] ?? "") === "@";
        const tail = isMail ? waiting.slice(end, end + 150).map(small).join("") : "";
        const domain = /^@(?:[\p{L}\p{N}-]{1,40}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}-])/u.exec(tail);
        if (domain !== null && end - at <= 64) {
          skip(end + domain[0].length, "[mail]");
          log.mail += 1;
          continue;
        }
      }
      if (DIGIT.test(sign)) {
        const { digits, end } = numberAt(waiting, at);
        const isApart = !/[\p{L}]$/u.test(before) && !/^\p{L}/u.test(waiting[end] ?? "");
        const isCard = isApart && digits.length >= 13 && digits.length <= 19 && isLuhn(digits);
        const isSsn =
          isApart &&
          ssn(digits, end - at === 9, before) &&
          (end - at === 9 || /^\d{3}\D{0,3}\d\d\D{0,3}\d{4}$/.test(waiting.slice(at, end).map(small).join("")));
        if (isCard) log.card += 1;
        else if (isSsn) log.ssn += 1;
        // A number of forty digits and more is skipped as far as it was read.
        skip(end, isCard ? "[card]" : isSsn ? "[ssn]" : null);
        continue;
      }
      let end = at + 1;
      while (end < waiting.length - keep && WORD.test(sign) && WORD.test(waiting[end] ?? "")) {
        if (DIGIT.test(waiting[end] ?? "")) break;
        end += 1;
      }
      skip(end, null);
    }
    waiting = waiting.slice(at);
    return out;
  };

  return {
    push: (chunk: string) => {
      waiting.push(...chunk.split(""));
      return waiting.length > 390 ? show(195) : "";
    },
    end: () => show(0),
    log: () => log,
  };
}
