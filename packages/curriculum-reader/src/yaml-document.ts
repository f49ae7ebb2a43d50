import type { Document, LineCounter, Node, Range, YAMLError } from "yaml";
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter as Lines,
  parseDocument,
  visit,
} from "yaml";
import type { Fault, Path, Place } from "./fault.ts";
import { firstPlace } from "./fault.ts";
import { readQuickly } from "./quick-yaml/read-quickly.ts";

export const largestTextBytes = 1024 * 1024;

/** A YAML text as plain data, with the place of everything in it. */
export type YamlDocument = {
  /** Undefined where the text is not YAML; `faults` then says why. */
  readonly data: unknown;
  readonly faults: readonly Fault[];
  readonly placeOf: (path: Path, part: "key" | "value") => Place;
};

export const readYaml = (text: string): YamlDocument => {
  if (isTooLong(text)) return unreadable("the text is longer than 1 MiB, the most that is read");
  const quick = readQuickly(text);
  if (quick === null) return readWhole(text);
  // Most texts have no fault, and only a fault needs places: the whole parser is asked when one does.
  let whole: YamlDocument | null = null;
  return {
    data: quick.data,
    faults: [],
    placeOf: (path, part) => {
      whole ??= readWhole(text);
      return whole.placeOf(path, part);
    },
  };
};

const isTooLong = (text: string): boolean =>
  text.length * 3 > largestTextBytes && new TextEncoder().encode(text).length > largestTextBytes;

/** With everything that YAML can be, and with places. */
export const readWhole = (text: string): YamlDocument => {
  // A byte order mark is no part of the text; without it all places are those an editor shows.
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = new Lines();
  try {
    return readParsed(parseDocument(body, { ...parseOptions, lineCounter: lines }), body, lines);
  } catch (error) {
    // Thousands of open brackets exhaust the stack of any parser.
    if (error instanceof RangeError) return unreadable("the text is nested too deeply to be read");
    throw error;
  }
};

const parseOptions = {
  version: "1.2",
  prettyErrors: false,
  stringKeys: true,
  uniqueKeys: true,
  logLevel: "silent",
} as const;

const unreadable = (says: string): YamlDocument => ({
  data: undefined,
  faults: [{ ...firstPlace, path: [], severity: "error", says, meant: null }],
  placeOf: () => firstPlace,
});

const readParsed = (document: Document, text: string, lines: LineCounter): YamlDocument => {
  const placeOfRange = (from: number, to: number): Place => placeAt(text, lines, from, to);
  const syntax = [...document.errors, ...document.warnings].map((problem) =>
    syntaxFault(problem, placeOfRange(...problem.pos)),
  );
  const faults = [...syntax, ...refusedNodes(document, placeOfRange)];
  return {
    data: faults.length === 0 ? document.toJS() : undefined,
    faults,
    placeOf: (path, part) => {
      const range = rangeOf(document.contents, path, part);
      return range === null ? firstPlace : placeOfRange(range[0], range[1]);
    },
  };
};

/** Cut at the end of the first line: a mark over a whole block points at nothing. */
const placeAt = (text: string, lines: LineCounter, from: number, to: number): Place => {
  const start = lines.linePos(Math.min(from, text.length));
  const lineBreak = text.slice(from, to).search(/\r?\n/);
  const end = lineBreak === -1 ? Math.max(to, from) : from + lineBreak;
  const length = Math.max(1, end - from);
  const line = Math.max(1, start.line);
  const column = Math.max(1, start.col);
  return { line, column, endLine: line, endColumn: column + length };
};

const sentences: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  DUPLICATE_KEY: "this key is written twice; the second would hide the first",
  TAB_AS_INDENT: "a tab indents here; YAML wants spaces",
  BAD_INDENT: "the indentation fits nothing above it",
  BLOCK_AS_IMPLICIT_KEY: "a nested block cannot begin on this line; begin it on the next one",
  MISSING_CHAR: "something is missing here, such as a closing quote, a bracket or `:`",
  MULTILINE_IMPLICIT_KEY: "this line is no `key: value`; the `:` is missing",
  MULTIPLE_DOCS: "a second document begins with `---`; one file holds one",
  TAG_RESOLVE_FAILED: "tags such as `!name` are not understood here",
  NON_STRING_KEY: "a key must be plain text",
  KEY_OVER_1024_CHARS: "a key of more than 1024 characters is not understood",
};

const syntaxFault = (problem: YAMLError, place: Place): Fault => ({
  ...place,
  path: [],
  severity: "error",
  says: sentences[problem.code] ?? `this is not YAML: ${problem.message}`,
  meant: null,
});

/**
 * Aliases are refused: what a rule says must be readable where it stands, and a few of them can unfold into
 * gigabytes. `__proto__` is refused because it would vanish on the way into data.
 */
const refusedNodes = (
  document: Document,
  placeOfRange: (from: number, to: number) => Place,
): Fault[] => {
  const faults: Fault[] = [];
  const refuse = (node: Node, says: string): void => {
    const [from, to] = node.range ?? [0, 0, 0];
    faults.push({ ...placeOfRange(from, to), path: [], severity: "error", says, meant: null });
  };
  visit(document, {
    Alias: (_, node) => refuse(node, "anchors and aliases are not read here; write it out again"),
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === "__proto__") refuse(key, "this key is not allowed");
    },
  });
  return faults;
};

/** As deep as the path can be followed: a missing thing is shown where it should be. */
const rangeOf = (contents: unknown, path: Path, part: "key" | "value"): Range | null => {
  let node: unknown = contents;
  let key: unknown = null;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (next === null) break;
    key = next.key;
    node = next.value;
  }
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true;
  const hasText = isNode(node) && node.range != null && node.range[0] < node.range[1];
  const shown = isNode(key) && (part === "key" || isBlock || !hasText) ? key : node;
  return isNode(shown) && !isAlias(shown) ? (shown.range ?? null) : null;
};

const childOf = (
  node: unknown,
  segment: string | number,
): { key: unknown; value: unknown } | null => {
  if (isSeq(node) && typeof segment === "number" && segment in node.items) {
    return { key: null, value: node.items[segment] };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(segment),
  );
  return pair === undefined ? null : { key: pair.key, value: pair.value };
};
