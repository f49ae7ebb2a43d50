import type { Inline, Rich } from "@checkride/rules/prose";
import type { FaultDetails, PlacedLink } from "../desk.ts";
import type { Place } from "../fault.ts";
import { linkTarget } from "./link-target.ts";
import type { Token } from "./parse.ts";
import { parseLine } from "./parse.ts";

/** Where Markdown is read: in the lines of a file, or inside one value of YAML. */
export type Reading = {
  /** The place of some words; `lines` counts from 0, the second one is behind the end. */
  readonly placeOf: (words: string, lines: Lines) => Place;
  readonly report: (place: Place, says: string, more?: FaultDetails) => void;
  readonly link: (link: PlacedLink) => void;
  /** What a heading is shown as; null: it cannot stand here. */
  readonly headingLevel?: (level: number) => 3 | 4 | null;
};

export type Lines = readonly [number, number] | null;

/** One line of Markdown, as it stands in YAML. */
export const readLine = (text: string, reading: Reading): Rich =>
  // Most texts hold nothing that Markdown knows.
  /[\\`*_<&![\]\n]/.test(text) || /\s$/.test(text)
    ? inlineOf(parseLine(text), reading, null)
    : [{ kind: "text", text }];

export const inlineOf = (tokens: readonly Token[], reading: Reading, lines: Lines): Rich =>
  readUntil({ tokens, at: 0 }, null, { ...reading, lines });

type Cursor = { readonly tokens: readonly Token[]; at: number };
type Context = Reading & { readonly lines: Lines };

const readUntil = (cursor: Cursor, end: string | null, context: Context): Rich => {
  const found: Inline[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at];
    cursor.at += 1;
    if (token === undefined || token.type === end) break;
    add(found, readToken(token, cursor, context));
  }
  return found;
};

const readToken = (token: Token, cursor: Cursor, context: Context): readonly Inline[] => {
  switch (token.type) {
    case "text":
    case "text_special":
      return token.content === "" ? [] : [{ kind: "text", text: token.content }];
    case "softbreak":
    case "hardbreak":
      return [{ kind: "text", text: " " }];
    case "code_inline":
      return [{ kind: "code", text: token.content }];
    case "strong_open":
      return [{ kind: "strong", text: readUntil(cursor, "strong_close", context) }];
    case "em_open":
      return [{ kind: "emphasis", text: readUntil(cursor, "em_close", context) }];
    case "link_open":
      return readLink(token, cursor, context);
    default:
      refuse(token, context);
      return [];
  }
};

const readLink = (token: Token, cursor: Cursor, context: Context): readonly Inline[] => {
  const written = attribute(token, "href");
  const text = readUntil(cursor, "link_close", context);
  const place = (): Place => context.placeOf(written, context.lines);
  const target = linkTarget(written);
  if (!target.ok) {
    context.report(place(), target.error.says, { cure: target.error.cure });
    return text;
  }
  context.link({ to: target.value, place });
  return [{ kind: "link", to: target.value, text }];
};

const refuse = (token: Token, { placeOf, report, lines }: Context): void => {
  if (token.type === "html_inline") {
    report(placeOf(token.content, lines), `HTML is not shown: \`${token.content}\``, {
      cure: "put code into backticks, or write it as Markdown",
    });
  } else if (token.type === "image") {
    report(placeOf(`![${token.content}`, lines), "pictures are not shown in a lesson", {
      cure: "say it in words, or draw it with the `diagram` of a `spot` exercise",
    });
  } else {
    report(placeOf(token.content, lines), `this Markdown is not understood here (${token.type})`, {
      cure: "use text, code, emphasis, links, lists, tables, quotes and code blocks",
    });
  }
};

const attribute = (token: Token, name: string): string =>
  String(token.attrs?.find(([key]) => key === name)?.[1] ?? "");

/** Neighbouring texts become one. */
const add = (found: Inline[], more: readonly Inline[]): void => {
  for (const inline of more) {
    const last = found.at(-1);
    if (last?.kind === "text" && inline.kind === "text") {
      found[found.length - 1] = { kind: "text", text: last.text + inline.text };
    } else {
      found.push(inline);
    }
  }
};
