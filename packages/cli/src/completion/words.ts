import { allCommands, groups, inGroup } from "../usage/all-commands.ts";
import type { CommandUsage, OptionUsage } from "../usage/command-usage.ts";
import { optionsOf, programOptions } from "../usage/shared-options.ts";

/** What may stand in a place of the command line; every shell's script is written from these. */
export const firstWords: readonly { readonly word: string; readonly says: string }[] = [
  ...groups.map((group) => ({
    word: group,
    says: inGroup(group)
      .map(({ name }) => name.slice(group.length + 1))
      .join(", "),
  })),
  ...allCommands
    .filter(({ name }) => !name.includes(" "))
    .map(({ name, summary }) => ({ word: name, says: summary })),
];

export const secondWords = (
  group: string,
): readonly { readonly word: string; readonly says: string }[] =>
  inGroup(group).map(({ name, summary }) => ({
    word: name.slice(group.length + 1),
    says: summary,
  }));

export const flagsOf = (options: readonly OptionUsage[]): readonly string[] =>
  options.map(({ name }) => `--${name}`);

export const programFlags = flagsOf(programOptions);

export const commandOptions = (usage: CommandUsage): readonly OptionUsage[] => optionsOf(usage);

/** Options whose value is a file or a folder, over all commands. */
export const pathOptions: readonly string[] = [
  ...new Set(
    allCommands.flatMap((usage) =>
      optionsOf(usage).flatMap(({ name, completes }) => (completes ? [`--${name}`] : [])),
    ),
  ),
];

/** Fixed words that a command takes as its argument. */
export const fixedWords = (usage: CommandUsage): readonly string[] =>
  usage.positionals.flatMap(({ completes }) =>
    completes === undefined || completes === "file" ? [] : completes,
  );

export const takesFile = (usage: CommandUsage): boolean =>
  usage.positionals.some(({ completes }) => completes === "file");
