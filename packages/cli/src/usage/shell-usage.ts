import type { CommandUsage } from "./command-usage.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof shells)[number];

export const shellUsage = [
  {
    name: "completion",
    summary: "Print the completion for a shell",
    about: ["The script completes commands, options and files. Print it again after an update."],
    positionals: [{ name: "shell", says: "bash, zsh or fish", completes: shells }],
    options: [],
    examples: [
      { run: 'eval "$(checkride completion bash)"', says: "bash: in ~/.bashrc" },
      {
        run: "checkride completion zsh > ~/.zfunc/_checkride",
        says: "zsh: in a folder that fpath names",
      },
      {
        run: "checkride completion fish > ~/.config/fish/completions/checkride.fish",
        says: "fish",
      },
    ],
    exits: ["ok", "usage", "bug"],
    asks: "nobody",
  },
  {
    name: "help",
    summary: "Explain a command",
    about: ["The same as --help behind the command."],
    positionals: [
      {
        name: "command",
        says: "what to explain (else everything in short)",
        optional: true,
        rest: true,
      },
    ],
    options: [],
    examples: [{ run: "checkride help ledger verify", says: "" }],
    exits: ["ok", "usage", "bug"],
    asks: "nobody",
  },
] as const satisfies readonly CommandUsage[];
