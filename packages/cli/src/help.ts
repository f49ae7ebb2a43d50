import { exits } from "./exits.ts";
import type { Paint } from "./paint.ts";
import { allCommands, groups, inGroup } from "./usage/all-commands.ts";
import type { CommandUsage, OptionUsage } from "./usage/command-usage.ts";
import { optionsOf, programOptions } from "./usage/shared-options.ts";

const indent = "  ";

/** Two columns: the second wraps under itself, so that help is readable at 80 columns. */
const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.min(28, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) => {
    const wrapped = wrap(right, 78 - width - 4);
    const margin = " ".repeat(width + 2);
    const first =
      left.length > width
        ? [`${indent}${left}`, `${indent}${margin}${wrapped[0] ?? ""}`]
        : [`${indent}${left.padEnd(width + 2)}${wrapped[0] ?? ""}`];
    return [...first, ...wrapped.slice(1).map((line) => `${indent}${margin}${line}`)].map((line) =>
      line.trimEnd(),
    );
  });
};

const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
};

const optionRow = ({ name, short, value, says }: OptionUsage): readonly [string, string] => [
  `${short ? `-${short}, ` : ""}--${name}${value ? ` <${value}>` : ""}`,
  says,
];

const exitRows = (names: CommandUsage["exits"]): (readonly [string, string])[] =>
  names.map((name) => [String(exits[name].code), exits[name].says]);

export const usageLine = (usage: CommandUsage): string => {
  const words = usage.positionals.map(({ name, optional, rest }) => {
    const word = `<${name}>${rest ? "…" : ""}`;
    return optional ? `[${word}]` : word;
  });
  const required = usage.options.flatMap(({ name, value, required }) =>
    required ? [`--${name} <${value}>`] : [],
  );
  return ["checkride", usage.name, ...words, ...required, "[options]"].join(" ");
};

export const commandHelp = (usage: CommandUsage, paint: Paint): readonly string[] => {
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ["", paint("bold", title), ...lines] : [];
  return [
    `${usage.summary}.`,
    ...part("Usage", [`${indent}${usageLine(usage)}`]),
    ...part(
      "What it does",
      wrap(usage.about.join(" "), 76).map((line) => `${indent}${line}`),
    ),
    ...part("Arguments", columns(usage.positionals.map(({ name, says }) => [`<${name}>`, says]))),
    ...part("Options", columns(optionsOf(usage).map(optionRow))),
    ...part(
      "Examples",
      usage.examples.flatMap(({ run, says }) => [
        ...(says ? [`${indent}${paint("dim", `# ${says}`)}`] : []),
        `${indent}${run}`,
      ]),
    ),
    ...part("Exit codes", columns(exitRows(usage.exits))),
  ];
};

const commandRows = (usages: readonly CommandUsage[]): readonly string[] =>
  columns(usages.map(({ name, summary }) => [name, summary]));

export const groupHelp = (group: string, paint: Paint): readonly string[] => [
  paint("bold", `checkride ${group}`),
  ...commandRows(inGroup(group)),
  "",
  `Run ${paint("bold", `checkride ${group} <command> --help`)} to learn one.`,
];

export const programHelp = (paint: Paint): readonly string[] => [
  "Checkride from the command line: the policy, the ledger, people and the installation.",
  "",
  paint("bold", "Usage"),
  `${indent}checkride <command> [options]`,
  "",
  paint("bold", "Commands"),
  ...commandRows(allCommands),
  "",
  paint("bold", "Options"),
  ...columns(programOptions.map(optionRow)),
  "",
  paint("bold", "Environment"),
  ...columns([
    [
      "CHECKRIDE_URL",
      "the server to talk to (else http://127.0.0.1:7300); --server goes before it",
    ],
    ["CHECKRIDE_TOKEN", "the access token; --token-file goes before it"],
    ["NO_COLOR", "print without colour"],
  ]),
  "",
  paint("bold", "Exit codes"),
  ...columns(Object.values(exits).map(({ code, says }) => [String(code), says])),
  "",
  `Run ${paint("bold", "checkride help <command>")} to learn one, with examples. Groups: ${groups.join(", ")}.`,
];
