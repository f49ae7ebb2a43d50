import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { Curriculum } from "@checkride/curriculum-reader/curriculum";
import type { Prose } from "@checkride/rules/prose";
import type { Content, Paper } from "./platform/content.ts";

/** One paragraph for each block of lines, until documents are read as text of the curriculum is. */
const paragraphs = (text: string): Prose =>
  text
    .split(/\n{2,}/)
    .map((block) => ({ kind: "paragraph", text: [{ kind: "text", text: block }] }) as const);

const papersOf = ({ documents }: Catalogue): Content["papers"] =>
  new Map(
    [...documents].map(([id, document]): [string, Paper] => [
      id,
      {
        ...document,
        kind: "policy",
        owner: null,
        reviewed: null,
        reviewBy: null,
        prose: paragraphs(document.text),
      },
    ]),
  );

/** What was read, in the form in which the server teaches it. */
export const contentFrom = (catalogue: Catalogue, curriculum: Curriculum): Content => ({
  catalogue,
  modules: curriculum.modules,
  lessons: curriculum.lessons,
  items: new Map(),
  terms: new Map(),
  cases: new Map(),
  kits: new Map(),
  papers: papersOf(catalogue),
});
