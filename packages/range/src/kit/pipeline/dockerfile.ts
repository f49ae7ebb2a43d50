import { fail, ok, type Result } from "@checkride/rules/result";
import type { FileFault } from "../files-lab.ts";

export type Dockerfile = { readonly stages: readonly Stage[] };

export type Stage = {
  /** A name with a tag or a digest, or the name of a stage above. */
  readonly from: string;
  readonly name: string;
  readonly steps: readonly ImageStep[];
};

export type ImageStep =
  | { readonly is: "run"; readonly command: string; readonly line: number }
  | {
      readonly is: "copy";
      /** A stage or an image; null: the folder that is built. */
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly to: string;
      readonly line: number;
    }
  | { readonly is: "user"; readonly user: string; readonly line: number }
  | { readonly is: "env"; readonly values: ReadonlyMap<string, string>; readonly line: number }
  | { readonly is: "entry"; readonly words: readonly string[]; readonly line: number }
  | { readonly is: "other"; readonly name: string; readonly value: string; readonly line: number };

const instructionsMax = 200;
const plain = ["WORKDIR", "EXPOSE", "LABEL", "ARG", "STOPSIGNAL"];

type Instruction = { readonly name: string; readonly rest: string; readonly line: number };

/** An image file as stages. What is not understood is a fault. */
export const readDockerfile = (
  path: string,
  text: string,
): Result<Dockerfile, readonly FileFault[]> => {
  const faults: FileFault[] = [];
  const fault = (line: number, says: string): void => {
    faults.push({ path, line, says });
  };
  const stages: { from: string; name: string; steps: ImageStep[] }[] = [];
  const instructions = joinLines(text);
  if (instructions.length > instructionsMax) fault(1, `at most ${instructionsMax} instructions`);
  for (const one of instructions.slice(0, instructionsMax)) {
    const last = stages.at(-1);
    if (one.name === "FROM") {
      const [, from = "", name = ""] = /^(\S+)(?:\s+[Aa][Ss]\s+([\w.-]+))?$/.exec(one.rest) ?? [];
      if (from === "") fault(one.line, "FROM names an image, and with AS the stage");
      stages.push({ from, name, steps: [] });
    } else if (last === undefined) fault(one.line, "an image file begins with FROM");
    else {
      const step = readStep(one);
      if (typeof step === "string") fault(one.line, step);
      else last.steps.push(step);
    }
  }
  if (stages.length === 0) fault(1, "an image file begins with FROM");
  return faults.length > 0 ? fail(faults) : ok({ stages });
};

/** Lines that end with a backslash go on; comments and empty lines between them do not count. */
const joinLines = (text: string): readonly Instruction[] => {
  const found: Instruction[] = [];
  let open: { words: string; line: number } | null = null;
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const goesOn = line.endsWith("\\");
    const words: string = `${open?.words ?? ""} ${goesOn ? line.slice(0, -1) : line}`.trim();
    const begins: number = open?.line ?? at + 1;
    open = goesOn ? { words, line: begins } : null;
    if (!goesOn) found.push(instructionOf(words, begins));
  }
  return open === null ? found : [...found, instructionOf(open.words, open.line)];
};

const instructionOf = (words: string, line: number): Instruction => {
  const [name = ""] = words.split(/\s/, 1);
  return { name: name.toUpperCase(), rest: words.slice(name.length).trim(), line };
};

const readStep = ({ name, rest, line }: Instruction): ImageStep | string => {
  switch (name) {
    case "RUN":
      return { is: "run", command: rest, line };
    case "COPY":
      return readCopy(rest, line);
    case "USER":
      return { is: "user", user: rest, line };
    case "ENV":
      return readEnv(rest, line);
    case "ENTRYPOINT":
    case "CMD":
      return readEntry(rest, line);
    default:
      return plain.includes(name)
        ? { is: "other", name, value: rest, line }
        : `the instruction ${name} is not known here`;
  }
};

const readCopy = (rest: string, line: number): ImageStep | string => {
  const words = rest.split(/\s+/);
  const options = words.filter((word) => word.startsWith("--"));
  const paths = words.filter((word) => !word.startsWith("--"));
  const from = options.find((one) => one.startsWith("--from="))?.slice(7) ?? null;
  const strange = options.find((one) => !/^--(?:from|chown|chmod)=\S+$/.test(one));
  if (strange !== undefined) return `the option ${strange} of COPY is not known here`;
  const to = paths.at(-1);
  if (to === undefined || paths.length < 2) return "COPY needs what to copy and where to";
  return { is: "copy", from, sources: paths.slice(0, -1), to, line };
};

const readEnv = (rest: string, line: number): ImageStep | string => {
  const pairs = rest.split(/\s+/).map((pair): [string, string] => {
    const [key = ""] = pair.split("=", 1);
    return [key, pair.slice(key.length + 1)];
  });
  const isWhole = rest.split(/\s+/).every((pair) => /^[A-Za-z_]\w*=\S*$/.test(pair));
  return isWhole ? { is: "env", values: new Map(pairs), line } : "ENV is written NAME=value";
};

const readEntry = (rest: string, line: number): ImageStep | string => {
  const words = [...rest.matchAll(/"([^"\\]*)"/g)].map(([, word = ""]) => word);
  return /^\[\s*"[^"\\]*"(?:\s*,\s*"[^"\\]*")*\s*\]$/.test(rest)
    ? { is: "entry", words, line }
    : 'a program is written as a list: ["python3", "main.py"]';
};
