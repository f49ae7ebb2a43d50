import { parseArgs } from "node:util";
import { fail, ok, type Result } from "@checkride/rules/result";
import { didYouMean } from "./did-you-mean.ts";
import type { OptionValues } from "./option-values.ts";
import { allCommands, type CommandName, groups, inGroup } from "./usage/all-commands.ts";
import type { CommandUsage, OptionUsage } from "./usage/command-usage.ts";
import { optionsOf, programOptions } from "./usage/shared-options.ts";

export type Asked = {
  /** Null: the program itself, or a group of commands, for which there is only help. */
  readonly command: (CommandUsage & { readonly name: CommandName }) | null;
  readonly group: string | null;
  readonly positionals: readonly string[];
  readonly values: OptionValues;
};

export type UsageFaults = {
  readonly faults: readonly string[];
  /** What to ask help for. */
  readonly about: string;
};

type Token = { readonly raw: string; readonly name: string; readonly value: string | undefined };
type Split = { readonly words: readonly string[]; readonly options: readonly Token[] };

const everyOption: readonly OptionUsage[] = [...programOptions, ...allCommands.flatMap(optionsOf)];

const parserOptions = Object.fromEntries(
  everyOption.map(({ name, short, value }) => [
    name,
    { type: value ? "string" : "boolean", ...(short && { short }) } as const,
  ]),
);

const takesValue = new Set(everyOption.flatMap(({ name, value }) => (value ? [`--${name}`] : [])));

/** `--out --json` is a forgotten value, not a file called `--json`; who means that writes `--out=--json`. */
const withoutSwallowing = (args: readonly string[]): string[] => {
  const end = args.indexOf("--");
  return args.map((word, index) => {
    const next = args[index + 1] ?? "";
    const forgotten = takesValue.has(word) && next.length > 1 && next.startsWith("-");
    return forgotten && (end === -1 || index < end) ? `${word}=` : word;
  });
};

const split = (args: readonly string[]): Split => {
  const { tokens } = parseArgs({
    args: withoutSwallowing(args),
    options: parserOptions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const options: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind === "option") {
      options.push({ raw: token.rawName, name: token.name, value: token.value });
    }
  }
  return { words, options };
};

const optionFaults = (token: Token, known: readonly OptionUsage[], where: string): string[] => {
  const { raw, name, value } = token;
  const option = known.find((one) => one.name === name);
  if (!option) {
    const meant = didYouMean(
      name,
      known.map((one) => one.name),
    );
    return [`${raw} is no option of ${where}${meant ? `; did you mean --${meant}?` : "."}`];
  }
  if (option.value && (value === undefined || value === "")) {
    return [`${raw} needs a value: ${raw} <${option.value}>.`];
  }
  return !option.value && value !== undefined ? [`${raw} takes no value.`] : [];
};

const repeated = (options: readonly Token[], known: readonly OptionUsage[]): string[] =>
  known.flatMap((option) => {
    const times = options.filter((token) => token.name === option.name).length;
    return times > 1 && option.value && !option.repeats
      ? [`--${option.name} is given ${times} times; once is meant.`]
      : [];
  });

const positionalFaults = (command: CommandUsage, given: readonly string[]): string[] => {
  const takesAll = command.positionals.some(({ rest }) => rest);
  const missing = command.positionals.filter(({ optional }, index) => !optional && !given[index]);
  const extra = takesAll ? [] : given.slice(command.positionals.length);
  return [
    ...missing.map(({ name, says }) => `<${name}> is missing: ${says}.`),
    ...extra.map((word) => `"${word}" is one argument too many.`),
  ];
};

const findCommand = (words: readonly string[]): Pick<Asked, "command" | "group"> => {
  const [first = "", second = ""] = words;
  const command = allCommands.find(({ name }) => name === first || name === `${first} ${second}`);
  return { command: command ?? null, group: groups.includes(first) ? first : null };
};

const wordFaults = ([first, second]: readonly string[], group: string | null): string[] => {
  if (!first) return [];
  if (group) {
    const known = inGroup(group).map(({ name }) => name.slice(group.length + 1));
    if (!second) return [`${group} is not a whole command; it goes on with ${known.join(", ")}.`];
    const meant = didYouMean(second, known);
    return [
      `${group} has no command "${second}"${meant ? `; did you mean ${group} ${meant}?` : `, only ${known.join(", ")}.`}`,
    ];
  }
  const meant = didYouMean(first, [...groups, ...allCommands.map(({ name }) => name)]);
  return [`There is no command "${first}"${meant ? `; did you mean ${meant}?` : "."}`];
};

const collect = (options: readonly Token[]): OptionValues => {
  const values = new Map<string, string[]>();
  for (const { name, value } of options) {
    values.set(name, [...(values.get(name) ?? []), value ?? ""]);
  }
  return values;
};

/** Takes the command line apart by the usage table and reports all faults in it, not the first. */
export const readArguments = (args: readonly string[]): Result<Asked, UsageFaults> => {
  const { words, options } = split(args);
  const { command, group } = findCommand(words);
  const known = command ? optionsOf(command) : programOptions;
  const where = command?.name ?? "checkride";
  const wantsHelp = options.some(({ name }) => name === "help");
  const onlyHelp = wantsHelp || (!command && words.length === 0);
  const positionals = command ? words.slice(command.name.split(" ").length) : words;
  const faults = options.flatMap((token) => optionFaults(token, known, where));
  // An unknown option may have had a value, which now looks like an argument: one cause, one fault.
  if (faults.length === 0) faults.push(...repeated(options, known));
  if (!command && !(onlyHelp && (group ?? words.length === 0))) {
    faults.push(...wordFaults(words, group));
  }
  if (command && !onlyHelp && faults.length === 0) {
    faults.push(...positionalFaults(command, positionals));
    for (const { name, value } of known.filter((one) => one.required)) {
      if (!options.some((token) => token.name === name)) {
        faults.push(`--${name} <${value}> is missing.`);
      }
    }
  }
  return faults.length > 0
    ? fail({ faults, about: command?.name ?? group ?? "" })
    : ok({ command, group, positionals, values: collect(options) });
};
