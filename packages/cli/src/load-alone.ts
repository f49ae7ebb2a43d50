import type { RunCommand } from "./command.ts";
import { misuse } from "./outcome.ts";
import type { CommandName } from "./usage/all-commands.ts";

/** What works anywhere with nothing beside it; the rest needs the curriculum, the range or the database. */
const loaders: Readonly<Partial<Record<CommandName, () => Promise<RunCommand>>>> = {
  gate: async () => (await import("./commands/gate.ts")).gate,
  verify: async () => (await import("./commands/verify.ts")).verify,
  login: async () => (await import("./commands/login.ts")).login,
  admission: async () => (await import("./commands/admission.ts")).admission,
  whoami: async () => (await import("./commands/whoami.ts")).whoami,
  "policy plan": async () => (await import("./commands/policy-plan.ts")).policyPlan,
  "policy apply": async () => (await import("./commands/policy-apply.ts")).policyApply,
  "ledger export": async () => (await import("./commands/ledger-export.ts")).ledgerExport,
  "ledger verify": async () => (await import("./commands/ledger-verify.ts")).ledgerVerify,
  "people import": async () => (await import("./commands/people-import.ts")).peopleImport,
  completion: async () => (await import("./commands/completion.ts")).completion,
  help: async () => (await import("./commands/help.ts")).help,
};

const notHere =
  (name: CommandName): RunCommand =>
  async () =>
    misuse(
      `"${name}" needs the whole of Checkride, and this is its one file for pipelines.`,
      "Run it where Checkride is installed.",
    );

export const loadAlone = async (name: CommandName): Promise<RunCommand> =>
  (await loaders[name]?.()) ?? notHere(name);
