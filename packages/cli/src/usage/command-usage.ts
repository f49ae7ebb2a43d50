import type { Exit } from "../exits.ts";

export type OptionUsage = {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in help; absent: it takes none. */
  readonly value?: string;
  readonly says: string;
  /** May be given more than once. */
  readonly repeats?: true;
  /** Without it the command cannot run. */
  readonly required?: true;
  readonly completes?: "file" | "folder";
};

export type PositionalUsage = {
  readonly name: string;
  readonly says: string;
  readonly optional?: true;
  /** Takes all that follow. */
  readonly rest?: true;
  readonly completes?: "file" | readonly string[];
};

/** What help, completion and the parser know of a command. Nothing is said about it anywhere else. */
export type CommandUsage = {
  readonly name: string;
  readonly summary: string;
  readonly about: readonly string[];
  readonly positionals: readonly PositionalUsage[];
  readonly options: readonly OptionUsage[];
  readonly examples: readonly { readonly run: string; readonly says: string }[];
  readonly exits: readonly Exit[];
  /** A server command takes the options that say which server and who asks. */
  readonly asks: "nobody" | "server" | "installation";
};
