import { fail, ok, type Result } from "@checkride/rules/result";
import type { FileFault } from "../files-lab.ts";

/** One line of a requirements file, with the hashes that it allows. */
export type Requirement = {
  readonly name: string;
  /** Null: whichever there is. */
  readonly test: { readonly operator: "==" | ">=" | "~="; readonly version: string } | null;
  readonly hashes: readonly string[];
};

const requirementsMax = 200;

/** As pip reads it: comments, backslashes at the end of lines, `--hash=sha256:…`. */
export const readRequirements = (
  path: string,
  text: string,
): Result<readonly Requirement[], readonly FileFault[]> => {
  const faults: FileFault[] = [];
  const found: Requirement[] = [];
  for (const { words, line } of joinLines(text)) {
    const requirement = requirementOf(words);
    if (requirement === null) {
      faults.push({ path, line, says: "a line is name==version, with --hash=sha256:… behind it" });
    } else if (found.some(({ name }) => name === requirement.name)) {
      faults.push({ path, line, says: `${requirement.name} is there twice` });
    } else found.push(requirement);
  }
  if (found.length > requirementsMax) {
    faults.push({ path, line: 1, says: `at most ${requirementsMax} packages` });
  }
  return faults.length > 0 ? fail(faults) : ok(found);
};

const joinLines = (text: string): readonly { words: readonly string[]; line: number }[] => {
  const found: { words: readonly string[]; line: number }[] = [];
  let open = "";
  let from = 1;
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, "").trim();
    if (open === "") from = at + 1;
    open += ` ${line.endsWith("\\") ? line.slice(0, -1) : line}`;
    if (line.endsWith("\\")) continue;
    if (open.trim() !== "") found.push({ words: open.trim().split(/\s+/), line: from });
    open = "";
  }
  return open.trim() === "" ? found : [...found, { words: open.trim().split(/\s+/), line: from }];
};

const requirementOf = ([what = "", ...rest]: readonly string[]): Requirement | null => {
  const [, name, operator, version = ""] =
    /^([A-Za-z][\w.-]*)(?:(==|>=|~=)([\w.]+))?$/.exec(what) ?? [];
  const hashes = rest.map((word) => /^--hash=sha256:([0-9a-f]{64})$/.exec(word)?.[1]);
  if (name === undefined || hashes.includes(undefined)) return null;
  return {
    name: name.toLowerCase(),
    test:
      operator === "==" || operator === ">=" || operator === "~=" ? { operator, version } : null,
    hashes: hashes.filter((one) => one !== undefined),
  };
};
