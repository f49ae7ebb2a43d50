import type { RunCommand } from "../command.ts";
import { didYouMean } from "../did-you-mean.ts";
import { explainCommand, explainGroup, explainProgram } from "../explain.ts";
import { misuse } from "../outcome.ts";
import { allCommands, groups } from "../usage/all-commands.ts";

export const help: RunCommand = async ({ positionals }, { paint }) => {
  const asked = positionals.join(" ");
  if (asked === "") return explainProgram(paint);
  const command = allCommands.find(({ name }) => name === asked);
  if (command) return explainCommand(command, paint);
  if (groups.includes(asked)) return explainGroup(asked, paint);
  const meant = didYouMean(asked, [...groups, ...allCommands.map(({ name }) => name)]);
  return misuse(
    `There is no command "${asked}"${meant ? `; did you mean ${meant}?` : "."}`,
    'Run "checkride help" to see all commands.',
  );
};
