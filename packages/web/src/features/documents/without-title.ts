import type { Prose } from "@checkride/rules/prose";
import { richWords } from "../../design/rich-words.ts";

/** A document's own first heading is its title once more: the page says it already. */
export const withoutTitle = (text: Prose, title: string): Prose => {
  const [first, ...rest] = text;
  return first?.kind === "heading" && richWords(first.text) === title ? rest : text;
};
