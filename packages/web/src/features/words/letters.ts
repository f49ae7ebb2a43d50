import type { TermView } from "@checkride/api/curriculum";

export type Letter = { readonly letter: string; readonly terms: readonly TermView[] };

/** Words under the letter that they begin with, without accents; what begins with none stands under #. */
export const byLetter = (terms: readonly TermView[]): readonly Letter[] => {
  const sorted = terms.toSorted((a, b) =>
    a.term.localeCompare(b.term, "en", { sensitivity: "base" }),
  );
  const groups = new Map<string, TermView[]>();
  for (const term of sorted) {
    const first = term.term.normalize("NFD").charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : "#";
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, found]) => ({ letter, terms: found }));
};
