import type { TermView } from "@checkride/api/curriculum";
import type { Content } from "../../platform/content.ts";
import { holdsWords, plainText } from "./plain-text.ts";

const byWord = new Intl.Collator("en");

/** All of them in the order of the alphabet, or those that hold every word of a search. */
export const showWords = ({ terms }: Content, search = ""): TermView[] =>
  [...terms.values()]
    .filter(({ term, says }) => holdsWords(search.trim(), [term, plainText(says)]))
    .toSorted((a, b) => byWord.compare(a.term, b.term))
    .map(({ id, term, says, see }) => ({ id, term, says, see: [...see] }));
