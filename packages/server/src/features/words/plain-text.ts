import type { Rich } from "@checkride/rules/prose";

/** The words alone, for searching. */
export const plainText = (text: Rich): string =>
  text
    .map((part) =>
      part.kind === "text" || part.kind === "code" ? part.text : plainText(part.text),
    )
    .join("");

/** Every word of a search stands somewhere in one of the texts. */
export const holdsWords = (search: string, texts: readonly string[]): boolean => {
  const all = texts.join("\n").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
};
