/** The YAML between two lines of `---` at the top of a file, and what follows. */
export type FrontMatter = {
  readonly yaml: string;
  /** Line of the first line of the YAML, from 1. */
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
};

/** Null: the file does not begin with `---`, or nothing ends it. */
export const splitFrontMatter = (text: string): FrontMatter | null => {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return null;
  const [whole, yaml = ""] = match;
  const bodyLine = whole.endsWith("\n") ? whole.split("\n").length : whole.split("\n").length + 1;
  return { yaml: `${yaml}\n`, yamlLine: 2, body: text.slice(whole.length), bodyLine };
};
