/** Text of the curriculum as a tree: what shows it builds elements from it, never markup from a string. */
export type Prose = readonly ProseBlock[];

export type ProseBlock =
  | { readonly kind: "paragraph"; readonly text: Rich }
  | { readonly kind: "heading"; readonly level: 3 | 4; readonly text: Rich }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** The number of the first item, where that is not 1: a list that goes on after a text in between. */
      readonly start?: number;
      readonly items: readonly Prose[];
    }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | { readonly kind: "quote"; readonly blocks: Prose }
  | { readonly kind: "table"; readonly head: readonly Rich[]; readonly rows: readonly Rich[][] };

/** One line of running text. */
export type Rich = readonly Inline[];

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly text: Rich }
  | { readonly kind: "link"; readonly to: LinkTarget; readonly text: Rich };

/** `https://…`, or a place inside the curriculum: `[canary](term:canary)`. */
export type LinkTarget =
  | { readonly kind: "web"; readonly url: string }
  | {
      readonly kind: "term" | "source" | "lesson" | "lab" | "case" | "document" | "module";
      readonly id: string;
    };
