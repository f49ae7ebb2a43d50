const CUT_AT = 10_000;

const code = (sign: string): string => {
  switch (sign) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    case "'":
      return "&apos;";
    default:
      return sign;
  }
};

/** A card of the shop's page: whole characters are taken as long as there is room for them. */
export const reviewCard = (answer: string): string => {
  let room = CUT_AT;
  let shown = "";
  for (const sign of answer) {
    room -= sign.length;
    if (room < 0) break;
    shown += code(sign);
  }
  return `<p title="${shown}">${shown}</p>`;
};

/** Finds a customer by the name that the model read in a letter. */
export const customerQuery = (name: string): { sql: string; params: string[] } => {
  const params = [name];
  return { sql: `SELECT id, name FROM customers WHERE name = ${params.map(() => "?").join(", ")}`, params };
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FIRST = `${LETTERS}0123456789`;
const LATER = `${FIRST}. -_`;

/** Makes a small picture of the file that the model chose. */
export const pictureCommand = (file: string): string[] | null => {
  const isPicture = [".png", ".jpg"].some((end) => file.endsWith(end) && file.length > end.length);
  const isPlain = [...file].every((sign, at) => (at === 0 ? FIRST : LATER).includes(sign));
  return isPicture && isPlain ? ["convert", file, "out.png"] : null;
};

/** Where the browser goes after the conversation. */
export const redirectTarget = (url: string): string => {
  if (url[0] !== "/" || url[1] === "/" || url.includes("\\")) return "/";
  for (const sign of url) {
    const number = sign.codePointAt(0) ?? 0;
    if (number < 32 || (number >= 127 && number < 160)) return "/";
  }
  return url;
};
