const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and for attributes in quotes. */
const encode = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? "");

/** Never through the middle of a character that takes two places. */
const cut = (text: string, most: number): string => {
  const last = text.charCodeAt(most - 1);
  const isFirstHalf = text.length > most && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isFirstHalf ? most - 1 : most);
};

/** A card of the shop's page: the model's sentence as text, and as title when the mouse rests on it. */
export const reviewCard = (answer: string): string => {
  const text = encode(cut(answer, 10_000));
  return `<p title="${text}">${text}</p>`;
};

/** Finds a customer by the name that the model read in a letter. */
export const customerQuery = (name: string): { sql: string; params: string[] } => ({
  sql: "SELECT id, name FROM customers WHERE name = ?",
  params: [name],
});

/** Makes a small picture of the file that the model chose. */
export const pictureCommand = (file: string): string | string[] | null =>
  /^[A-Za-z0-9 ._-]*\.(?:png|jpg)$/.test(file) ? ["convert", file, "out.png"] : null;

/** Where the browser goes after the conversation. */
export const redirectTarget = (url: string): string =>
  /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(url) ? url : "/";
