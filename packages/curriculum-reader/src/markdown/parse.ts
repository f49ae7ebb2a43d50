import MarkdownIt from "markdown-it";

/** CommonMark with tables. Targets of links are kept as written: what they may be is judged where they are read. */
const parser = new MarkdownIt("commonmark").enable("table");
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (text) => text;

export type Token = ReturnType<typeof parser.parse>[number];

export const parseBlocks = (text: string): readonly Token[] => parser.parse(text, {});

export const parseLine = (text: string): readonly Token[] =>
  parser.parseInline(text, {})[0]?.children ?? [];
