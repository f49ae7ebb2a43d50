import type { Ended, RunCommand } from "./command.ts";
import { explainCommand, explainGroup, explainProgram } from "./explain.ts";
import { isGiven } from "./option-values.ts";
import { complain, done } from "./outcome.ts";
import type { Paint } from "./paint.ts";
import { type Asked, readArguments, type UsageFaults } from "./read-arguments.ts";
import type { Shell } from "./shell.ts";
import type { CommandName } from "./usage/all-commands.ts";

export type LoadCommand = (name: CommandName) => Promise<RunCommand>;

type Parts = { readonly version: () => Promise<string>; readonly load: LoadCommand };

const misused = ({ faults, about }: UsageFaults): Ended => {
  const [says = "", ...more] = faults;
  const help = ["checkride", about, "--help"].filter(Boolean).join(" ");
  return complain("usage", {
    code: "usage",
    says,
    ...(more.length > 0 && { faults: more }),
    wayOut: `Run "${help}" to learn how it is used.`,
  });
};

const explainAsked = ({ command, group }: Asked, paint: Paint): Ended => {
  if (command) return explainCommand(command, paint);
  return group ? explainGroup(group, paint) : explainProgram(paint);
};

/** From the command line's words to what comes of them. */
export const run = async (
  args: readonly string[],
  shell: Shell,
  { version, load }: Parts,
): Promise<Ended> => {
  const asked = readArguments(args);
  if (!asked.ok) return misused(asked.error);
  const { command, positionals, values } = asked.value;
  if (!command && isGiven(values, "version")) {
    const found = await version();
    return done([`checkride ${found}`], { version: found });
  }
  if (!command || isGiven(values, "help")) return explainAsked(asked.value, shell.paint);
  const act = await load(command.name);
  return act({ positionals, values, json: isGiven(values, "json") }, shell);
};
