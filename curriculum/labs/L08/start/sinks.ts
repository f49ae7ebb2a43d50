/** One for all: takes out what is dangerous. */
const sanitize = (text: string): string =>
  text.replace(/<\/?script>/g, "").replace(/javascript:/g, "");

/** A card of the shop's page: the model's sentence as text, and as title when the mouse rests on it. */
export const reviewCard = (answer: string): string => {
  const text = sanitize(answer).slice(0, 10_000);
  return `<p title="${text}">${text}</p>`;
};

/** Finds a customer by the name that the model read in a letter. */
export const customerQuery = (name: string): { sql: string; params: string[] } => ({
  sql: `SELECT id, name FROM customers WHERE name = '${sanitize(name)}'`,
  params: [],
});

/** Makes a small picture of the file that the model chose. */
export const pictureCommand = (file: string): string | string[] | null =>
  `convert ${sanitize(file)} out.png`;

/** Where the browser goes after the conversation. */
export const redirectTarget = (url: string): string => sanitize(url);
