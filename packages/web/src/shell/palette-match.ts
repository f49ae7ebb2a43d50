export type Findable = { readonly title: string; readonly words: string };

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Every word asked for begins a word of the entry; titles that begin with the text come first. */
export const matching = <T extends Findable>(
  entries: readonly T[],
  asked: string,
): readonly T[] => {
  const text = plain(asked).trim();
  if (text === "") return entries;
  const wanted = text.split(/\s+/);
  const starts = (entry: T) => (plain(entry.title).startsWith(text) ? 0 : 1);
  return entries
    .filter((entry) => {
      const words = plain(`${entry.title} ${entry.words}`).split(/[\s/-]+/);
      return wanted.every((part) => words.some((word) => word.startsWith(part)));
    })
    .toSorted((a, b) => starts(a) - starts(b));
};
