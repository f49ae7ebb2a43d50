import { allCommands, groups } from "../usage/all-commands.ts";
import type { CommandUsage } from "../usage/command-usage.ts";
import { programOptions } from "../usage/shared-options.ts";
import { commandOptions, firstWords, fixedWords, secondWords, takesFile } from "./words.ts";

const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const line = (condition: string, rest: string): string =>
  `complete -c checkride -n ${quoted(condition)} ${rest}`;

const seen = (name: string): string =>
  name
    .split(" ")
    .map((word) => `__fish_seen_subcommand_from ${word}`)
    .join("; and ");

const commandLines = (usage: CommandUsage): string[] => [
  ...commandOptions(usage).map(({ name, short, value, says, completes }) => {
    const needs = value === undefined ? "" : ` -r${completes ? " -F" : ""}`;
    return line(
      seen(usage.name),
      `-l ${name}${short ? ` -s ${short}` : ""}${needs} -d ${quoted(says)}`,
    );
  }),
  ...fixedWords(usage).map((word) => line(seen(usage.name), `-a ${word}`)),
  ...(takesFile(usage) ? [line(seen(usage.name), "-F")] : []),
];

const groupLines = (group: string): string[] => {
  const words = secondWords(group);
  const none = `not __fish_seen_subcommand_from ${words.map(({ word }) => word).join(" ")}`;
  return words.map(({ word, says }) =>
    line(`${seen(group)}; and ${none}`, `-a ${word} -d ${quoted(says)}`),
  );
};

export const fishCompletion = (): string => {
  const atStart = "__fish_use_subcommand";
  return `${[
    "# fish completion for checkride",
    "complete -c checkride -f",
    ...firstWords.map(({ word, says }) => line(atStart, `-a ${word} -d ${quoted(says)}`)),
    ...programOptions.map(({ name, says }) => line(atStart, `-l ${name} -d ${quoted(says)}`)),
    ...groups.flatMap(groupLines),
    ...allCommands.flatMap(commandLines),
  ].join("\n")}\n`;
};
