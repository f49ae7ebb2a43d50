/** How a piece of code looks; `null` is plain ink. */
export type TokenLook =
  | "keyword"
  | "string"
  | "number"
  | "comment"
  | "name"
  | "property"
  | "added"
  | "removed"
  | "place";

export type Token = { readonly text: string; readonly look: TokenLook | null };
export type CodeLine = readonly Token[];

/** The lines that an author wrote: a file's last line break begins no further line. */
export const linesOf = (text: string): readonly string[] => text.replace(/\n$/, "").split("\n");

const plain = (text: string): CodeLine => [{ text, look: null }];

const diffLook = (line: string): TokenLook | null => {
  if (/^(\+\+\+|---|@@|diff |index )/.test(line)) return "place";
  if (line.startsWith("+")) return "added";
  return line.startsWith("-") ? "removed" : null;
};

/** First what names or dates a line, then the rest of it. */
const headed = (line: string, head: RegExp, look: TokenLook): CodeLine => {
  const found = head.exec(line)?.[0];
  return found === undefined
    ? plain(line)
    : [
        { text: found, look },
        { text: line.slice(found.length), look: null },
      ];
};

const httpStart = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|HTTP\/[\d.]+)\b/;
const httpHeader = /^[<>]?\s*[\w-]+:(?=\s)/;
const logTime = /^\[?\d{2,4}[-:/]\d{2}[-:/.\d\sTZ+]*\]?/;

/** Kinds of text without a grammar: coloured line by line. */
export const simpleLine = (line: string, language: string): CodeLine => {
  switch (language) {
    case "diff":
      return [{ text: line, look: diffLook(line) }];
    case "http":
      return httpStart.test(line)
        ? headed(line, httpStart, "keyword")
        : headed(line, httpHeader, "property");
    case "log":
      return headed(line, logTime, "comment");
    default:
      return plain(line);
  }
};
