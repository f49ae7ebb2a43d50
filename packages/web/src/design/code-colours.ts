import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import type { CodeLine, Token, TokenLook } from "./code-tokens.ts";

const looks: readonly TokenLook[] = ["keyword", "string", "number", "comment", "name", "property"];

const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], class: "keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: "string" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: "number" },
  { tag: [tags.comment, tags.meta], class: "comment" },
  {
    tag: [
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.className,
      tags.typeName,
    ],
    class: "name",
  },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "property" },
]);

const parserOf = async (language: string) => {
  switch (language) {
    case "python":
    case "py":
      return (await import("@codemirror/lang-python")).pythonLanguage.parser;
    case "ts":
    case "typescript":
      return (await import("@codemirror/lang-javascript")).typescriptLanguage.parser;
    case "tsx":
      return (await import("@codemirror/lang-javascript")).tsxLanguage.parser;
    case "js":
    case "javascript":
      return (await import("@codemirror/lang-javascript")).javascriptLanguage.parser;
    case "json":
      return (await import("@codemirror/lang-json")).jsonLanguage.parser;
    case "yaml":
    case "yml":
      return (await import("@codemirror/lang-yaml")).yamlLanguage.parser;
    default:
      return null;
  }
};

const lookOf = (classes: string): TokenLook | null =>
  looks.find((look) => classes.split(" ").includes(look)) ?? null;

/** The lines with their colours; null for a language without a grammar here. */
export const colour = async (
  text: string,
  language: string,
): Promise<readonly CodeLine[] | null> => {
  const parser = await parserOf(language);
  if (parser === null) return null;
  const lines: Token[][] = [[]];
  highlightCode(
    text,
    parser.parse(text),
    highlighter,
    (piece, classes) => lines.at(-1)?.push({ text: piece, look: lookOf(classes) }),
    () => lines.push([]),
  );
  return lines;
};
