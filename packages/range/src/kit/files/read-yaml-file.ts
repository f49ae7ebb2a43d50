import { readYaml } from "@checkride/curriculum-reader/yaml-document";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { FileFault, Files } from "../files-lab.ts";
import { type Part, partOf } from "./part.ts";

const documentsMax = 100;
const depthMax = 64;

/**
 * Each document of a YAML file, read by `read`. Aliases, keys that are written twice and tags are faults: what stands in a
 * file must be readable where it stands.
 */
export const readYamlFile = <T>(
  files: Files,
  path: string,
  read: (part: Part) => T,
): Result<readonly T[], readonly FileFault[]> => {
  const faults: FileFault[] = [];
  const documents = splitDocuments(files.get(path) ?? "");
  if (documents.length > documentsMax) {
    return fail([{ path, line: 1, says: `a file holds at most ${documentsMax} documents` }]);
  }
  if (isTooDeep(files.get(path) ?? "")) {
    return fail([{ path, line: 1, says: "the brackets are nested too deeply to be read" }]);
  }
  const values = documents.flatMap(({ text, above }): T[] => {
    const { data, faults: syntax, placeOf } = readYaml(text);
    for (const { line, says } of syntax) faults.push({ path, line: line + above, says });
    if (syntax.length > 0 || data === null || data === undefined) return [];
    return [
      read(
        partOf(data, [], (at, part, says) =>
          faults.push({ path, line: placeOf(at, part).line + above, says }),
        ),
      ),
    ];
  });
  return faults.length === 0 ? ok(values) : fail(faults);
};

/** Thousands of open brackets cost a parser much and mean nothing; those in texts and comments are not told apart. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > depthMax) return true;
  }
  return false;
};

/** In YAML a line that begins with three hyphens is the end of a document wherever it stands. */
const splitDocuments = (text: string): readonly { text: string; above: number }[] => {
  const documents: { text: string; above: number }[] = [];
  let lines: string[] = [];
  let above = 0;
  const all = text.split("\n");
  for (const [at, line] of all.entries()) {
    if (/^---(?:\s*#.*|\s*)$/.test(line)) {
      documents.push({ text: lines.join("\n"), above });
      lines = [];
      above = at + 1;
    } else lines.push(line);
  }
  documents.push({ text: lines.join("\n"), above });
  return documents.filter((one) => /[^\s]/.test(one.text));
};
