/** Fields of the card, each on a line of its own: `name: …`. */
export const cardFields = [
  "name",
  "version",
  "digest",
  "owner",
  "intended use",
  "uses to avoid",
  "data sources",
  "evaluation by group",
  "biases found",
  "limits",
  "fallback",
  "red-team result",
  "review date",
] as const;
export type CardField = (typeof cardFields)[number];

export const emptyCard = cardFields.map((field) => `${field}: \n`).join("");

/** What stands behind each field; what goes on over more lines belongs to the field before it. */
export const readCard = (text: string): ReadonlyMap<CardField, string> => {
  const found = new Map<CardField, string>();
  let last: CardField | null = null;
  for (const line of text.split("\n")) {
    const field: CardField | undefined = cardFields.find((one) =>
      line.toLowerCase().startsWith(`${one}:`),
    );
    if (field !== undefined && !found.has(field)) {
      found.set(field, line.slice(field.length + 1).trim());
      last = field;
    } else if (last !== null) {
      found.set(last, `${found.get(last) ?? ""} ${line.trim()}`.trim());
    }
  }
  return found;
};

const hollow =
  /^(?:there (?:are|is) )?(?:none|no known|nothing|not known|unknown|n\/?a|not applicable|tbd|to be (?:done|decided|defined)|todo|later|various|everyone|everybody|as usual|see above|-+|\.+)\b/i;

/** "None known" says that nobody looked, unless it says where and how often. */
export const saysSomething = (text: string, wordsMin: number): boolean => {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word));
  const isHollow = hollow.test(text.trim()) && !/\d/.test(text);
  return words.length >= wordsMin && !isHollow && new Set(words).size > words.length / 2;
};

/** 0.71, .71, 0,71 and 71 % are one figure. */
export const namesFigure = (text: string, rate: number): boolean => {
  const percent = Math.round(rate * 100);
  const figures = [...text.matchAll(/(?<![\d.,])(\d{0,3})(?:[.,](\d{1,2}))?(?![\d])/g)];
  return figures.some(([, whole = "", part = ""]) => {
    if (whole === "" && part === "") return false;
    const value = Number(`${whole === "" ? "0" : whole}.${part === "" ? "0" : part}`);
    return Math.round(value) === percent || (part !== "" && Math.round(value * 100) === percent);
  });
};

export const namesGroup = (text: string, group: string): boolean =>
  text.toLowerCase().includes(group.toLowerCase());
