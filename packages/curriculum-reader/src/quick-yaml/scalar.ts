/** What stands in the text is not of the plain kind that is read here; the whole parser must look. */
export const unusual: unique symbol = Symbol("unusual");
export type Unusual = typeof unusual;

/** A word without quotes, as the core schema of YAML 1.2 understands it. */
export const plainValue = (word: string): unknown => {
  if (/^[-+.0-9]/.test(word)) return numberOr(word);
  switch (word) {
    case "null":
    case "Null":
    case "NULL":
    case "~":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    default:
      return word;
  }
};

const numberOr = (word: string): unknown => {
  // Other bases, infinities and whole numbers that a double cannot hold are rare enough to be left alone.
  if (/^[-+]?(?:0[ox]|\.(?:inf|nan))/i.test(word)) return unusual;
  if (/^[-+]?[0-9]+$/.test(word)) return word.length > 15 ? unusual : Number(word);
  return /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(word)
    ? Number(word)
    : word;
};

/** Words that may begin a text without quotes; what is left out means something in YAML. */
export const beginsPlain = (text: string, at: number): boolean => {
  const sign = text[at] ?? " ";
  if (sign === "-") return /[^\s,[\]{}]/.test(text[at + 1] ?? " ");
  return !/[\s?:,[\]{}#&*!|>'"%@`]/.test(sign);
};

export type Quoted = { readonly value: string; readonly end: number };

/** A text in quotes that begins at `at` and ends on the same line. */
export const readQuoted = (text: string, at: number): Quoted | Unusual =>
  text[at] === "'" ? readSingle(text, at) : readDouble(text, at);

const single = /'((?:[^'\n]|'')*)'/y;
const double = /"((?:[^"\\\n]|\\["\\/nt])*)"/y;

const readSingle = (text: string, at: number): Quoted | Unusual => {
  single.lastIndex = at;
  const match = single.exec(text);
  if (match === null) return unusual;
  return { value: (match[1] ?? "").replaceAll("''", "'"), end: single.lastIndex };
};

const readDouble = (text: string, at: number): Quoted | Unusual => {
  double.lastIndex = at;
  const match = double.exec(text);
  if (match === null) return unusual;
  const inner = match[1] ?? "";
  const value = inner.includes("\\")
    ? inner.replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign)
    : inner;
  return { value, end: double.lastIndex };
};

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t" };
