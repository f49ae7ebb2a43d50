/** Where in a YAML file the cursor stands, told from indentation alone, so that half-written files have places too. */
export type YamlPlace = {
  /** Keys from the outside in; `[]` is an item of a list. */
  readonly path: readonly string[];
  readonly position: "key" | "value";
  /** What is typed of the word so far, and where it begins in the text. */
  readonly typed: string;
  readonly from: number;
  /** Keys that the same mapping has already. */
  readonly siblings: readonly string[];
};

type Line = {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key: string | null;
  readonly rest: string;
};

const linePattern = /^(\s*)((?:-\s+)*)(.*)$/;
const keyPattern = /^(?:"([^"]*)"|'([^']*)'|([^\s#'"{[][^:#]*?))\s*:(?:\s+(.*))?$/;

const readLine = (text: string): Line | null => {
  const [, indent = "", dashes = "", content = ""] = linePattern.exec(text) ?? [];
  if (content.startsWith("#")) return null;
  const [, double, single, plain, rest = ""] = keyPattern.exec(content) ?? [];
  return {
    dashes: [...dashes].flatMap((char, i) => (char === "-" ? [indent.length + i] : [])),
    column: indent.length + dashes.length,
    key: double ?? single ?? plain ?? null,
    rest: (double ?? single ?? plain) ? rest : content,
  };
};

/** Walks up from the line: whatever begins further left encloses it. A list may stand as far left as its key. */
const enclosing = (lines: readonly Line[], current: Line): readonly string[] => {
  const path: string[] = [];
  let limit = current.column;
  let inList = false;
  const takeDashes = (line: Line): void => {
    for (const dash of [...line.dashes].reverse()) {
      if (dash >= limit) continue;
      path.push("[]");
      limit = dash;
      inList = true;
    }
  };
  takeDashes(current);
  for (const line of [...lines].reverse()) {
    const encloses = line.column < limit || (inList && line.column === limit);
    if (line.key !== null && encloses) {
      path.push(line.key);
      limit = line.column;
      inList = false;
    }
    takeDashes(line);
  }
  return path.reverse();
};

/** Keys of the same mapping, going away from the cursor until something further left ends it. */
const keysBeside = (
  lines: readonly Line[],
  current: Line,
  way: "up" | "down",
): readonly string[] => {
  const keys: string[] = [];
  for (const line of lines) {
    const beginsItem = line.dashes.some((dash) => dash < current.column);
    if (line.column < current.column || (beginsItem && way === "down")) break;
    if (line.column === current.column && line.key !== null) keys.push(line.key);
    if (beginsItem) break;
  }
  return keys;
};

const siblingsOf = (above: readonly Line[], current: Line, below: readonly Line[]) => [
  ...(current.dashes.length > 0 ? [] : keysBeside([...above].reverse(), current, "up")),
  ...keysBeside(below, current, "down"),
];

const readLines = (texts: readonly string[]): readonly Line[] =>
  texts
    .filter((text) => text.trim() !== "")
    .map(readLine)
    .filter((line) => line !== null);

export const yamlPlace = (text: string, offset: number): YamlPlace | null => {
  const before = text.slice(0, offset).split("\n");
  const after = text.slice(offset).split("\n");
  const currentText = before.at(-1) ?? "";
  const current = readLine(currentText);
  if (current === null || / #/.test(currentText)) return null;
  const above = readLines(before.slice(0, -1));
  const outside = enclosing(above, current);
  if (current.key !== null) {
    const list = /^\[(.*,)?\s*([^,\]]*)$/.exec(current.rest);
    if (current.rest.includes("{") || (current.rest.startsWith("[") && !list)) return null;
    const typed = list?.[2] ?? current.rest;
    const path = [...outside, current.key, ...(list ? ["[]"] : [])];
    return { path, position: "value", typed, from: offset - typed.length, siblings: [] };
  }
  const typed = current.rest;
  if (!/^[\w-]*$/.test(typed)) return null;
  const siblings = siblingsOf(above, current, readLines(after.slice(1)));
  return { path: outside, position: "key", typed, from: offset - typed.length, siblings };
};
