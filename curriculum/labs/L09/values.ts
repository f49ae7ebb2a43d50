import type { Draw } from "@checkride/range/draw";

export type Kind = "card" | "ssn" | "mail";

/** A line, and what may be shown of it. */
export type Line = { readonly text: string; readonly clean: string };

const digits = (draw: Draw, count: number): string =>
  Array.from({ length: count }, () => draw.whole(0, 9)).join("");

const checkDigit = (body: string): number => {
  const sum = [...body].reverse().reduce((all, sign, place) => {
    const doubled = place % 2 === 0 ? Number(sign) * 2 : Number(sign);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

export const card = (draw: Draw, length = 16): string => {
  const body = `${draw.whole(3, 6)}${digits(draw, length - 2)}`;
  return `${body}${checkDigit(body)}`;
};

/** A card number of 13 digits, and what makes one of 16 of it. */
export const longer = (draw: Draw): readonly [string, string] => {
  const short = card(draw, 13);
  const more = digits(draw, 2);
  return [short, `${more}${checkDigit(`${short}${more}`)}`];
};

/** As long as a card number, with another check digit. */
export const orderNumber = (draw: Draw, length = 16): string => {
  const body = `${draw.whole(3, 6)}${digits(draw, length - 2)}`;
  return `${body}${(checkDigit(body) + draw.whole(1, 9)) % 10}`;
};

const padded = (number: number, length: number): string => String(number).padStart(length, "0");

export const ssnParts = (draw: Draw): readonly string[] => [
  padded(draw.whole(100, 600), 3),
  padded(draw.whole(1, 99), 2),
  padded(draw.whole(1, 9_999), 4),
];

export const mail = (draw: Draw): string =>
  `${draw.word(5)}.${draw.word(4)}@${draw.word(6)}.example`;

export const grouped = (number: string, sizes: readonly number[], by: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (const size of sizes) {
    parts.push(number.slice(from, from + size));
    from += size;
  }
  return parts.join(by);
};

export const wide = (text: string): string =>
  text.replace(/[0-9.@-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

type Frame = readonly [string, string];

const frames: readonly [Frame, ...Frame[]] = [
  ["The customer wrote: ", " is right."],
  ["", ", and then nothing."],
  ["I found (", ") in the file"],
  ["Ada said “", "” on Monday."],
  ["ref. A-7; ", "; thanks"],
];

export const redacted = (draw: Draw, value: string, kind: Kind, context = ""): Line => {
  const [before, after] = draw.pick(frames);
  return {
    text: `${before}${context}${value}${after}`,
    clean: `${before}${context}[${kind}]${after}`,
  };
};

export const kept = (draw: Draw, value: string): Line => {
  const [before, after] = draw.pick(frames);
  return { text: `${before}${value}${after}`, clean: `${before}${value}${after}` };
};

export const countsOf = (clean: string): Readonly<Record<Kind, number>> => {
  const count = (kind: Kind): number => clean.split(`[${kind}]`).length - 1;
  return { card: count("card"), ssn: count("ssn"), mail: count("mail") };
};
