import type { CommandUsage, OptionUsage } from "./command-usage.ts";

const everywhere: readonly OptionUsage[] = [
  { name: "json", says: "print one JSON document instead of text, errors too" },
  { name: "help", short: "h", says: "explain this command" },
];

export const serverOption: OptionUsage = {
  name: "server",
  value: "url",
  says: "the server's address (else CHECKRIDE_URL, else http://127.0.0.1:7300)",
};

const toServer: readonly OptionUsage[] = [
  serverOption,
  {
    name: "token-file",
    value: "file",
    says: "read the access token from this file, which only you may read (else CHECKRIDE_TOKEN)",
    completes: "file",
  },
];

export const programOptions: readonly OptionUsage[] = [
  ...everywhere,
  { name: "version", says: "print the version" },
];

/** All options that a command takes, its own first. */
export const optionsOf = (usage: CommandUsage): readonly OptionUsage[] => [
  ...usage.options,
  ...(usage.asks === "server" ? toServer : []),
  ...everywhere,
];
