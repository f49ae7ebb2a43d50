import { commandHelp, groupHelp, programHelp } from "./help.ts";
import { done, type Outcome } from "./outcome.ts";
import type { Paint } from "./paint.ts";
import { allCommands, inGroup } from "./usage/all-commands.ts";
import type { CommandUsage } from "./usage/command-usage.ts";
import { optionsOf } from "./usage/shared-options.ts";

const described = (usage: CommandUsage) => ({ ...usage, options: optionsOf(usage) });

export const explainCommand = (usage: CommandUsage, paint: Paint): Outcome =>
  done(commandHelp(usage, paint), { command: described(usage) });

export const explainGroup = (group: string, paint: Paint): Outcome =>
  done(groupHelp(group, paint), { commands: inGroup(group).map(described) });

export const explainProgram = (paint: Paint): Outcome =>
  done(programHelp(paint), { commands: allCommands.map(described) });
